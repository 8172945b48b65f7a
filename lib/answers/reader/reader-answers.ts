import type { DigestStatus } from '../../digest/status.ts';
import type { MapEdge } from '../../map/map-edge.ts';
import type { MapGroup } from '../../map/map-group.ts';
import type { MarkedPaper } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { QueryProblem } from '../../query/parsed-query.ts';
import type { Day } from '../../time/days.ts';
import type { RisingTerm } from '../../trends/rising-term.ts';

/** A paper as the reader page lists it. */
export interface DigestLine extends MarkedPaper {
  /** Names of the topics for which it is unread news. */
  news: string[];
}

/** Papers that stand together under one heading. */
export interface DigestGroup {
  /** A day, the Monday of a week, a month `YYYY-MM`, a source or a topic's id; empty: day unknown. */
  key: string;
  /** A topic's name, else null. */
  name: string | null;
  ids: PaperId[];
}

/** The digest in order, by ids alone; the papers are asked for as they come into view. */
export interface DigestList {
  groups: DigestGroup[];
  /** By topic: whether the user follows any; true otherwise. */
  follows: boolean;
  /** Papers that the groups would hold beyond the most that are listed. */
  leftOut: number;
  /** Years that have papers, newest first, whatever is asked for. */
  years: string[];
  /** Parts of the query that could not be understood, and the like. */
  problems: QueryProblem[];
  /** The first papers of the list, so that it can be shown at once. */
  first: DigestLine[];
  status: DigestStatus;
}

export interface DigestTrends {
  /** First days of 26 weeks, oldest first; the last week ends with the newest day of listing. */
  weeks: Day[];
  /** Papers listed, week by week. */
  listed: number[];
  topics: { id: string; name: string; weeks: number[] }[];
  /** Weeks at the end that are compared with those before. */
  recentWeeks: number;
  /** Null where there are too few papers to compare. */
  rising: RisingTerm[] | null;
}

/** A paper of a map. */
export interface MapPaper extends DigestLine {
  /** Terms that it shares with the center, strongest first, in the center's words. */
  why: string[];
}

/** The paper a map is drawn around. */
export interface MapCenter {
  id: PaperId;
  title: string;
  arxivId: string | null;
  doi: string | null;
  /** Null where the digest does not have it. */
  line: DigestLine | null;
}

/** The papers nearest to one, and how close they are to one another. */
export interface DigestMap {
  outcome:
    | {
        state: 'map';
        center: MapCenter;
        /** Closest first. */
        papers: MapPaper[];
        edges: MapEdge[];
        groups: MapGroup[];
      }
    | { state: 'nothing-close'; center: MapCenter }
    /** Its title and abstract are known neither from the digest nor from this session. */
    | { state: 'no-text'; center: MapCenter }
    /** Neither the digest nor this session knows such a paper. */
    | { state: 'unknown' };
  status: DigestStatus;
}
