import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { ReaderView, type ReaderViewProps } from '../../../../components/reader/ReaderView.tsx';
import type {
  DigestLine,
  DigestMap,
  MapPaper,
} from '../../../../lib/answers/reader/reader-answers.ts';
import type { Background } from '../../../../lib/messages/contract.ts';
import {
  around,
  fakeBackground,
  lumen,
  nextScale,
  paperOf,
  resultOf,
  status,
} from '../../fakes.ts';

// Loaded before the tests, so that a map is laid out at once.
await import('../../../../components/reader/map/map-layout.ts');

const unmarked = { read: false, saved: false };
const lineOf = (paper: DigestLine['paper'], known: Partial<DigestLine> = {}): DigestLine => ({
  paper,
  marks: unmarked,
  news: [],
  ...known,
});
export const near = (
  paper: DigestLine['paper'],
  why: string[],
  known: Partial<DigestLine> = {},
): MapPaper => ({
  ...lineOf(paper, known),
  why,
});
const third = paperOf('2511.00003', 'Scales of Images', { abstract: 'We order scales.' });
export const centerOf = (paper: DigestLine['paper'], line: DigestLine | null = lineOf(paper)) => ({
  ...{ id: paper.id, title: paper.title, arxivId: paper.arxivId, doi: null },
  line,
});
export const around3 = paperOf('2404.02905', 'Visual Autoregressive Modeling');
export const outcome: Extract<DigestMap['outcome'], { state: 'map' }> = {
  state: 'map',
  center: centerOf(around3),
  papers: [
    near(nextScale, ['next-scale prediction', 'image']),
    near(lumen, ['tokenizer'], { marks: { read: true, saved: false } }),
    near(third, ['image']),
  ],
  edges: [
    { a: 0, b: 1, weight: 0.4 },
    { a: 1, b: 3, weight: 0.3 },
    { a: 0, b: 2, weight: 0.2 },
  ],
  groups: [{ papers: [1, 2, 3], terms: ['image', 'scale'] }],
};
export const map: DigestMap = { outcome, status };

export function showMap(
  answers: Partial<Background> = {},
  hash = '#page=map&of=arxiv%3A2404.02905',
) {
  history.replaceState(null, '', `/reader.html${hash}`);
  const background = fakeBackground({
    settings: async () => ({ panel: {}, readByViewing: true }),
    digestMap: async () => map,
    save: async () => null,
    search: async () => ({
      ...{
        results: [resultOf(lumen)],
        total: 1,
        pasted: null,
        query: '',
        problems: [],
        completions: [],
      },
      ...{ correction: null, partial: false, status },
    }),
    ...answers,
  });
  const open = vi.fn();
  const props: ReaderViewProps = {
    ...{ background, open, isPrivate: false, onOptions: () => undefined, around },
  };
  return { background, open, ...render(<ReaderView {...props} />) };
}

export const node = (number: number) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-node="${number}"]`);
    if (!found) throw new Error(`no paper ${number}`);
    return found;
  });
export const accessibleName = (button: HTMLElement) => button.querySelector('.unseen')?.textContent;
export const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key });
export const focused = () => document.activeElement?.getAttribute('data-node');
export const letterKeysOn = () =>
  waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /as shortcuts on this page/ })).toHaveProperty(
      'checked',
      true,
    ),
  );

export function setUpMap(): void {
  beforeEach(() => void vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined));
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}
