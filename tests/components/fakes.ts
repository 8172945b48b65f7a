/**
 * A background and papers for the views' tests, made up after the real ones.
 */
import { configure } from '@testing-library/preact';
import { vi } from 'vitest';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';
import type { RelatedAnswer, RelatedEntry } from '../../lib/answers/related/related-answer.ts';
import type { AlertedPaper } from '../../lib/answers/topics/unread-answer.ts';
import type { DigestStatus } from '../../lib/digest/status.ts';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { Background } from '../../lib/messages/contract.ts';
import type { PagePaper, Paper } from '../../lib/paper/paper.ts';
import type { TopicPreview } from '../../lib/topics/topic-preview.ts';
import { paper } from '../unit/search/papers.ts';

// A slow machine is no fault: a second is not enough for what is imported when it is needed.
configure({ asyncUtilTimeout: 10_000 });

export const marks = { read: false, saved: false };

export const paperOf = (arxivId: string, title: string, known: Partial<Paper> = {}): Paper =>
  paper(arxivId, title, '', known);

export const lumen = paperOf('2511.08892', 'Lumen: One Tokenizer for Images and Video', {
  published: '2025-11-12',
  upvotes: 48,
  comments: 6,
  codeUrl: 'https://code.example.org/lumen',
  projectUrl: 'javascript:alert(1)',
  summary: { text: 'One tokenizer serves images and clips.', by: 'huggingface' },
});
export const nextScale = paperOf('2506.02341', 'Next-Scale Prediction Is Enough', {
  published: '2025-06-03',
  upvotes: 1,
  comments: 1,
  abstract: 'A plain decoder predicts the next scale. It needs no guidance. It is fast.',
});

export const pagePaper: PagePaper = {
  arxivId: '2404.02905',
  doi: null,
  title: 'Visual Autoregressive Modeling',
  abstract: 'We predict the next scale.',
  authors: [],
  published: '2025-07-01',
  site: 'arxiv',
  view: 'abstract',
};

export const status: DigestStatus = {
  papers: 6185,
  listedPapers: 6127,
  completeSince: '2025-06-02',
  newestListing: '2026-11-20',
  lastCheck: '2026-11-23T09:10:00.000Z',
  nextCheck: null,
  everything: false,
  loading: null,
  problem: null,
};

export const entryOf = (paper: Paper, newer = false): RelatedEntry => ({
  paper,
  marks,
  why: ['tokenizer', 'next-scale prediction'],
  score: 5,
  newer,
});

export const related: RelatedAnswer = {
  self: null,
  listed: { state: 'listed', day: '2024-12-03', upvotes: 33 },
  outcome: { state: 'related', entries: [entryOf(lumen, true), entryOf(nextScale)] },
  sharedTerms: ['next-scale prediction', 'tokenizer', 'image'],
  ignored: { here: [], everywhere: [] },
  status,
};

export const listed = (paper: Paper): MarkedPaper => ({ paper, marks });

export const alerted = (paper: Paper, known: Partial<AlertedPaper> = {}): AlertedPaper => ({
  ...listed(paper),
  alertedAt: '2026-11-23T08:00:00.000Z',
  why: ['tokenizer'],
  passed: null,
  ...known,
});

export const preview: TopicPreview = {
  problem: null,
  count: 4,
  matches: [listed(lumen)],
  below: { count: 0, matches: [] },
  weeks: [
    { from: '2026-11-10', upvotes: [3, 12, 40] },
    { from: '2026-11-17', upvotes: [5] },
  ],
  similarSpellings: ['tokenizer'],
};

export const resultOf = (paper: Paper, exact = true): SearchAnswer['results'][number] => ({
  paper,
  marks,
  score: 1,
  titleRanges: [[0, 5]],
  snippet: null,
  exact,
});

/** Answers what it is given; any other call rejects, so that a view's unexpected call shows. */
export function fakeBackground(answers: Partial<Background> = {}) {
  const calls: Record<string, ReturnType<typeof vi.fn>> = {};
  const defaults: Partial<Background> = {
    related: async () => related,
    markRead: async () => null,
    mutes: async () => [],
    status: async () => status,
  };
  return new Proxy({} as Background & Record<string, ReturnType<typeof vi.fn>>, {
    get: (_, name: keyof Background) => {
      const answer = answers[name] ?? defaults[name];
      calls[name] ??= vi.fn(
        answer ?? (async () => Promise.reject(new Error(`${name} is not faked`))),
      );
      return calls[name];
    },
  });
}

/** A promise and its handle. */
export function deferred<T>() {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

export const failing = (message: string) => async () =>
  Promise.reject(Object.assign(new Error(message), { failure: { code: 'storage', message } }));

export const around = { trusts: () => true, now: () => new Date('2026-11-23T10:00:00.000Z') };
