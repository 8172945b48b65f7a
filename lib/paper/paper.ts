import type { Day, Moment } from '../time/days.ts';

/** The central types: a paper in the digest, a claim of a source about it, and the paper of a page. */

/**
 * The identity of a paper, the same for all its hosts and versions: `arxiv:<id without version>`, else `doi:<lower case>`, else `title:<normalized title>|<surname or year>`.
 */
export type PaperId = string;
/** Where claims come from. */
export type Source = 'daily-papers' | 'arxiv' | 'file' | 'starter';

/** A short summary of a paper, and who wrote it. */
export interface Summary {
  text: string;
  by: 'kindred' | 'huggingface';
}

/** What one source says about one paper at one moment. Unknown is null, never a guess. */
export interface Claim {
  source: Source;
  /** When the source said this; the latest claim of a source wins. */
  seenAt: Moment;
  arxivId: string | null;
  doi: string | null;
  title: string;
  /** Empty when unknown. */
  abstract: string;
  summary: Summary | null;
  keyTerms: string[];
  authors: string[];
  /** Can be known without the names. */
  authorCount: number | null;
  /** The day of first publication (at arXiv, of version 1). */
  published: Day | null;
  /** The day on which Daily Papers listed it. */
  listedAt: Day | null;
  upvotes: number | null;
  comments: number | null;
  /** `https:` addresses only. */
  codeUrl: string | null;
  projectUrl: string | null;
  withdrawn: boolean;
}

/** A claim as stored, with the fields of earlier claims that it left empty. */
export interface StoredClaim extends Claim {
  /** The fields that come from earlier claims, with the moments of those. */
  carried?: Partial<Record<keyof Claim, Moment>>;
}

/** A paper as stored: one claim per source. */
export interface DigestRecord {
  id: PaperId;
  claims: Partial<Record<Source, StoredClaim>>;
}

/** A paper, merged from its claims field by field. */
export interface Paper extends Omit<Claim, 'source' | 'seenAt'> {
  id: PaperId;
  sources: Source[];
}

/** The kind of a page about a paper. */
export type PageView = 'abstract' | 'pdf' | 'html' | 'other';

/** The paper of a page, as the page describes it. All of it is untrusted text. */
export interface PagePaper {
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  abstract: string | null;
  authors: string[];
  published: Day | null;
  /** The name of its row in the site table, or `unlisted`. */
  site: string;
  view: PageView;
}

/** The detector's verdict on a page, with evidence for people. */
export type Detection =
  | { kind: 'paper'; site: string; paper: PagePaper; evidence: string[] }
  | { kind: 'listing'; site: string; evidence: string[] }
  | { kind: 'none'; site: string | null; evidence: string[] };
