import type { Day, Moment } from '../time/days.ts';

/**
 * The vocabulary of the whole project: what a paper is, who said what about it, and how a page's
 * paper differs from a digest's. Imports nothing.
 */

/**
 * The one identity of a work, whatever host or version it was met on:
 * `arxiv:<id without version>`, else `doi:<lower case>`, else `title:<normalized title>|<surname or year>`.
 */
export type PaperId = string;
/** Who told us about a paper. */
export type Source = 'daily-papers' | 'arxiv' | 'file' | 'starter';

/** A short account of a paper, with whose words they are. */
export interface Summary {
  text: string;
  by: 'kindred' | 'huggingface';
}

/** What one source said about one paper, and when it said so. Unknown is null, never a guess. */
export interface Claim {
  source: Source;
  /** When the source said this; among claims of one source the latest holds. */
  seenAt: Moment;
  arxivId: string | null;
  doi: string | null;
  title: string;
  /** Empty when unknown. */
  abstract: string;
  summary: Summary | null;
  keyTerms: string[];
  authors: string[];
  /** May be known where the names are not. */
  authorCount: number | null;
  /** First publication (arXiv's date of version 1). */
  published: Day | null;
  /** Day on which Daily Papers listed it. */
  listedAt: Day | null;
  upvotes: number | null;
  comments: number | null;
  /** `https:` addresses only. */
  codeUrl: string | null;
  projectUrl: string | null;
  withdrawn: boolean;
}

/** A claim as the store keeps it, filled with what earlier claims of its source said. */
export interface StoredClaim extends Claim {
  /** Fields that the latest claim left empty, with the earlier moment at which they were said. */
  carried?: Partial<Record<keyof Claim, Moment>>;
}

/** A work as the store keeps it: one claim a source. */
export interface DigestRecord {
  id: PaperId;
  claims: Partial<Record<Source, StoredClaim>>;
}

/** A work as everything else sees it: the best of its claims, field by field. */
export interface Paper extends Omit<Claim, 'source' | 'seenAt'> {
  id: PaperId;
  sources: Source[];
}

/** What kind of view of a paper a page is. */
export type PageView = 'abstract' | 'pdf' | 'html' | 'other';

/** The paper a page is about, as far as the page tells. Everything in it is untrusted text. */
export interface PagePaper {
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  abstract: string | null;
  authors: string[];
  published: Day | null;
  /** Name of the row in the site table, or `unlisted`. */
  site: string;
  view: PageView;
}

/** The verdict on a page. */
export type Detection =
  | { kind: 'paper'; site: string; paper: PagePaper; evidence: string[] }
  | { kind: 'listing'; site: string; evidence: string[] }
  | { kind: 'none'; site: string | null; evidence: string[] };
