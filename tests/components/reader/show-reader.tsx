import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import { ReaderView, type ReaderViewProps } from '../../../components/reader/ReaderView.tsx';
import type {
  DigestLine,
  DigestList,
  DigestTrends,
} from '../../../lib/answers/reader/reader-answers.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import { around, fakeBackground, lumen, nextScale, paperOf, preview, status } from '../fakes.ts';

export const formula = paperOf('2511.00003', 'Learning in $O(n^2)$ Time', {
  abstract: 'We show $x^2$ and $\\undefined{$ at a price of $5. Nothing more.',
  authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'],
  listedAt: '2026-11-19',
});
export const lineOf = (
  paper: DigestLine['paper'],
  known: Partial<DigestLine> = {},
): DigestLine => ({
  paper,
  marks: { read: false, saved: false },
  news: [],
  ...known,
});
export const lines = [lineOf(lumen, { news: ['tokenizers'] }), lineOf(nextScale), lineOf(formula)];
export const list: DigestList = {
  groups: [
    { key: '2026-11-20', name: null, ids: [lumen.id, nextScale.id] },
    { key: '2026-11-19', name: null, ids: [formula.id] },
  ],
  follows: true,
  truncated: 0,
  years: ['2026', '2025'],
  problems: [],
  first: lines.slice(0, 2),
  status,
};
const weeks = Array.from({ length: 26 }, (_, week) =>
  new Date(Date.UTC(2026, 4, 23) + week * 7 * 86_400_000).toISOString().slice(0, 10),
);
export const trends: DigestTrends = {
  weeks,
  listed: weeks.map(() => 100),
  topics: [{ id: 't', name: 'tokenizers', weeks: weeks.map((_, week) => week) }],
  recentWeeks: 2,
  rising: [
    { term: 'world model', recent: 20, before: 48, ratio: 30, weeks: weeks.map(() => 2) },
    { term: 'harness', recent: 5, before: 0, ratio: 20, weeks: weeks.map(() => 0) },
  ],
};

/** The reader page over a background that answers the calls of all its pages. */
export function showReader(
  answers: Partial<Background> = {},
  props: Partial<ReaderViewProps> = {},
) {
  const background = fakeBackground({
    settings: async () => ({ panel: {}, readByViewing: true }),
    digestList: async () => list,
    digestLines: async ({ ids }) => lines.filter(({ paper }) => ids.includes(paper.id)),
    digestTrends: async () => trends,
    previewTopic: async () => preview,
    save: async () => null,
    changeSettings: async () => ({ panel: {}, readByViewing: true }),
    ...answers,
  });
  const open = vi.fn();
  const view = render(
    <ReaderView
      background={background}
      open={open}
      isPrivate={false}
      onOptions={() => undefined}
      around={around}
      {...props}
    />,
  );
  return { background, open, ...view };
}

export const rows = () => screen.findAllByRole('listitem');
export const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key });
/** Letters act as keys only once the user's setting is known. */
export const letterKeysOn = () =>
  waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /as shortcuts on this page/ })).toHaveProperty(
      'checked',
      true,
    ),
  );

/** Registers what each test of the reader page needs before and after. */
export function setUpReader(): void {
  beforeEach(() => {
    history.replaceState(null, '', '/reader.html');
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(60);
    // Temml draws only in documents with a doctype, which the test's document lacks.
    Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat', configurable: true });
  });
  afterEach(cleanup);
  // Test files share the prototypes of elements.
  afterAll(() => vi.restoreAllMocks());
}
