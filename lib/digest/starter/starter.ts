/**
 * The papers that ship with Kindred: a Daily Papers topic page of 9 December 2025. Summaries and key
 * terms are Kindred's own; the update fetches the abstracts from arXiv once. Upvotes and listing
 * days are unknown until the API provides them.
 */
import type { Claim } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import papers from './starter-digest.json' with { type: 'json' };

/** When that page was read. */
const seenAt: Moment = '2025-12-09T00:00:00.000Z';

interface StarterPaper {
  title: string;
  arxivId?: string;
  doi?: string;
  authorCount?: number;
  published?: string;
  /** Absent where the page showed no number: none, or unknown. */
  comments?: number;
  codeUrl?: string;
  projectUrl?: string;
  summary: string;
  keyTerms: string[];
}

/** One claim per starter paper, in the page's order. What the page left out is null. */
export function starterClaims(): Claim[] {
  return (papers as StarterPaper[]).map((paper) => ({
    source: 'starter',
    seenAt,
    arxivId: paper.arxivId ?? null,
    doi: paper.doi ?? null,
    title: paper.title,
    abstract: '',
    summary: { text: paper.summary, by: 'kindred' },
    keyTerms: paper.keyTerms,
    authors: [],
    authorCount: paper.authorCount ?? null,
    published: paper.published ?? null,
    listedAt: null,
    upvotes: null,
    comments: paper.comments ?? null,
    codeUrl: paper.codeUrl ?? null,
    projectUrl: paper.projectUrl ?? null,
    withdrawn: false,
  }));
}
