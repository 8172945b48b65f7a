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
  /** Names of the topics for which it is new and unread. */
  news: string[];
}

/** Papers under one heading. */
export interface DigestGroup {
  /**
   * A day, the Monday of a week, a month `YYYY-MM`, a source or a topic's id; empty: day unknown.
   */
  key: string;
  /** A topic's name, else null. */
  name: string | null;
  ids: PaperId[];
}

/** The digest in order, by ids; papers are fetched as they come into view. */
export interface DigestList {
  groups: DigestGroup[];
  /** Whether the user follows any topic; true unless grouped by topic. */
  follows: boolean;
  /** Number of papers beyond the maximum of the list. */
  truncated: number;
  /** All years that have papers, newest first, whatever the filters. */
  years: string[];
  /** Parts of the query that could not be understood. */
  problems: QueryProblem[];
  /** The first papers of the list, so that it can be shown at once. */
  first: DigestLine[];
  status: DigestStatus;
}

export interface DigestTrends {
  /** First days of 26 weeks, oldest first; the last week ends on the day of the newest listing. */
  weeks: Day[];
  /** Number of papers listed in each week. */
  listed: number[];
  topics: { id: string; name: string; weeks: number[] }[];
  /** Number of last weeks that are compared with those before. */
  recentWeeks: number;
  /** Null with too few papers to compare. */
  rising: RisingTerm[] | null;
}

/** A paper of a map. */
export interface MapPaper extends DigestLine {
  /** Reasons: terms shared with the center, strongest first, in the center's words. */
  why: string[];
}

/** The paper a map is drawn around. */
export interface MapCenter {
  id: PaperId;
  title: string;
  arxivId: string | null;
  doi: string | null;
  /** Null if the digest does not contain it. */
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
    /** Neither the digest nor this session has its title or abstract. */
    | { state: 'no-text'; center: MapCenter }
    /** Neither the digest nor this session has the paper. */
    | { state: 'unknown' };
  status: DigestStatus;
}
