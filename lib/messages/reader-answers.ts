/** What the background answers the reader page: plain data that survives JSON. */
import type { Day, PaperId } from '../paper/paper.ts';
import type { QueryProblem } from '../query/parsed-query.ts';
import type { DigestStatus, ListedPaper } from './answers.ts';

/** A paper as the reader page lists it. */
export interface DigestLine extends ListedPaper {
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
  /** By topic: whether the reader follows any; true otherwise. */
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

/** A word or phrase whose share of papers rose. */
export interface RisingTerm {
  /** As recent papers mostly write it. */
  term: string;
  /** Papers of the last two weeks that have it, and of the weeks before. */
  recent: number;
  before: number;
  /** How surprising the rise is, as `signedRatio` has it. */
  ratio: number;
  /** Papers that have it, week by week, oldest first. */
  weeks: number[];
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
  /** Terms that it shares with the centre, strongest first, in the centre's words. */
  why: string[];
}

/** The paper a map is drawn around. */
export interface MapCentre {
  id: PaperId;
  title: string;
  arxivId: string | null;
  doi: string | null;
  /** Null where the digest does not have it. */
  line: DigestLine | null;
}

/** A line between two papers by number: 0 is the centre, the others count from 1. */
export interface MapEdge {
  a: number;
  b: number;
  /** How close the two are: a share of the most that one could score, 0 to 1. */
  weight: number;
}

/** Papers of a map that are closer to one another than to the rest, by number, ascending. */
export interface MapGroup {
  papers: number[];
  /** What most of them have and few of the rest, as they write it. */
  terms: string[];
}

/** The papers nearest to one, and how close they are to one another. */
export interface DigestMap {
  outcome:
    | {
        state: 'map';
        centre: MapCentre;
        /** Closest first. */
        papers: MapPaper[];
        edges: MapEdge[];
        groups: MapGroup[];
      }
    | { state: 'nothing-close'; centre: MapCentre }
    /** Its title and abstract are known neither from the digest nor from this session. */
    | { state: 'no-text'; centre: MapCentre }
    /** Neither the digest nor this session knows such a paper. */
    | { state: 'unknown' };
  status: DigestStatus;
}
