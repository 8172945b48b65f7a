// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderView, type ReaderViewProps } from '../../components/reader/ReaderView.tsx';
import type { Background } from '../../lib/messages/contract.ts';
import type { DigestLine, DigestMap, MapPaper } from '../../lib/messages/reader-answers.ts';
import {
  around,
  deferred,
  failing,
  fakeBackground,
  lumen,
  nextScale,
  paperOf,
  resultOf,
  status,
} from './fakes.ts';

// A map is laid out at once, not when the library for it has been read.
await import('../../components/reader/map-layout.ts');

const unmarked = { read: false, saved: false };
const lineOf = (paper: DigestLine['paper'], known: Partial<DigestLine> = {}): DigestLine => ({
  paper,
  marks: unmarked,
  news: [],
  ...known,
});
const near = (
  paper: DigestLine['paper'],
  why: string[],
  known: Partial<DigestLine> = {},
): MapPaper => ({
  ...lineOf(paper, known),
  why,
});
const third = paperOf('2511.00003', 'Scales of Images', { abstract: 'We order scales.' });
const centreOf = (paper: DigestLine['paper'], line: DigestLine | null = lineOf(paper)) => ({
  ...{ id: paper.id, title: paper.title, arxivId: paper.arxivId, doi: null },
  line,
});
const around3 = paperOf('2404.02905', 'Visual Autoregressive Modeling');
const outcome: Extract<DigestMap['outcome'], { state: 'map' }> = {
  state: 'map',
  centre: centreOf(around3),
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
const map: DigestMap = { outcome, status };

function show(answers: Partial<Background> = {}, hash = '#page=map&of=arxiv%3A2404.02905') {
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
      ...{ meant: null, status },
    }),
    ...answers,
  });
  const open = vi.fn();
  const props: ReaderViewProps = {
    ...{ background, open, isPrivate: false, onOptions: () => undefined, around },
  };
  return { background, open, ...render(<ReaderView {...props} />) };
}

const node = (number: number) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-node="${number}"]`);
    if (!found) throw new Error(`no paper ${number}`);
    return found;
  });
const nameOf = (button: HTMLElement) => button.querySelector('.unseen')?.textContent;
const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key });
const focused = () => document.activeElement?.getAttribute('data-node');
const letters = () =>
  waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /act as keys/ })).toHaveProperty('checked', true),
  );

beforeEach(() => void vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the picture', () => {
  it('has a button for each paper, closest first, one of them a stop of Tab', async () => {
    show();
    await node(3);
    const picture = screen.getByRole('region', { name: 'Map' });
    const names = within(picture)
      .getAllByRole('button')
      .map((button) => nameOf(button));
    expect(names).toEqual([
      'In the middle: Visual Autoregressive Modeling',
      '1. Next-Scale Prediction Is Enough',
      '2. Lumen: One Tokenizer for Images and Video, read',
      '3. Scales of Images',
    ]);
    const stops = [...picture.querySelectorAll('[tabindex="0"]')];
    expect(stops.map((stop) => stop.getAttribute('data-node'))).toEqual(['0']);
    expect(picture.querySelectorAll('line')).toHaveLength(3);
    expect(within(picture).getByText('Lumen')).toBeTruthy();
  });

  it('lets arrows go from paper to paper, Home to the middle, and j and k by closeness', async () => {
    show();
    (await node(0)).focus();
    await letters();
    const visited = new Set([focused()]);
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      press('Home');
      press(key);
      visited.add(focused());
    }
    expect(visited.size).toBeGreaterThan(2);
    press('Home');
    expect(focused()).toBe('0');
    press('j');
    expect(focused()).toBe('1');
    press('j');
    press('k');
    expect(focused()).toBe('1');
    expect((await node(1)).tabIndex).toBe(0);
    expect((await node(0)).tabIndex).toBe(-1);
  });

  it('lights the lines of the paper that has the focus, and dims the others', async () => {
    show();
    (await node(3)).focus();
    await waitFor(() => expect(document.querySelectorAll('line[data-lit="true"]')).toHaveLength(1));
    expect(document.querySelectorAll('line[data-dim="true"]')).toHaveLength(2);
    expect((await node(2)).dataset.dim).toBe('true');
    expect((await node(1)).dataset.dim).toBe('false');
  });
});

describe('the details', () => {
  it('open at a paper, take the focus, and give it back at Escape', async () => {
    show();
    const one = await node(1);
    one.focus();
    fireEvent.click(one);
    const details = await screen.findByRole('region', { name: /^Details: 1\. Next-Scale/ });
    expect(document.activeElement).toBe(details);
    expect(one.getAttribute('aria-expanded')).toBe('true');
    expect(within(details).getByText('Shares: next-scale prediction, image')).toBeTruthy();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('region', { name: /^Details/ })).toBeNull());
    expect(focused()).toBe('1');
  });

  it('are those of the paper chosen in the list, and the other way round', async () => {
    show();
    await node(3);
    const item = screen.getByRole('button', { name: 'Scales of Images' });
    item.focus();
    fireEvent.click(item);
    await screen.findByRole('region', { name: /^Details: 3\. Scales/ });
    expect((await node(3)).getAttribute('aria-expanded')).toBe('true');
    expect(item.getAttribute('aria-expanded')).toBe('true');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(item));
    fireEvent.click(await node(2));
    await waitFor(() =>
      expect(document.querySelector('[data-listed="2"]')?.getAttribute('aria-expanded')).toBe(
        'true',
      ),
    );
  });

  it('stay beside the focus with e, and are announced', async () => {
    show();
    (await node(1)).focus();
    await letters();
    press('e');
    await screen.findByText('Details shown: Next-Scale Prediction Is Enough');
    expect(focused()).toBe('1');
    press('e');
    expect(await screen.findByText('Details hidden')).toBeTruthy();
  });

  it('say of a paper that the digest does not have what it is called', async () => {
    show({
      digestMap: async () => ({ ...map, outcome: { ...outcome, centre: centreOf(around3, null) } }),
    });
    fireEvent.click(await node(0));
    const details = await screen.findByRole('region', { name: /^Details: In the middle/ });
    expect(within(details).getByText('Not among the papers on this computer.')).toBeTruthy();
    expect(within(details).getByRole('link').getAttribute('href')).toBe(
      'https://arxiv.org/abs/2404.02905',
    );
  });
});

describe('the keys of one letter', () => {
  it('save, mark and open the paper that has the focus', async () => {
    const { background, open } = show();
    (await node(1)).focus();
    await letters();
    press('s');
    expect(await screen.findByText(`Saved: ${nextScale.title}`)).toBeTruthy();
    expect(background.save).toHaveBeenCalledWith({ ids: [nextScale.id], saved: true });
    await waitFor(async () => expect(nameOf(await node(1))).toBe(`1. ${nextScale.title}, Saved`));
    press('o');
    expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2506.02341', { background: false });
    expect(background.markRead).toHaveBeenCalledWith({ ids: [nextScale.id], read: true });
    expect(focused()).toBe('1');
  });

  it('say why a mark was not set, and nothing changes', async () => {
    show({ save: failing('Kindred keeps nothing from private windows.') });
    (await node(1)).focus();
    await letters();
    press('s');
    expect(await screen.findByText('Kindred keeps nothing from private windows.')).toBeTruthy();
    expect(nameOf(await node(1))).toBe(`1. ${nextScale.title}`);
  });

  it('draw the map around another paper, whose button then has the focus; back returns', async () => {
    const other: DigestMap = {
      outcome: { ...outcome, centre: centreOf(nextScale), papers: [near(around3, [])], edges: [] },
      status,
    };
    const { background } = show({
      digestMap: async ({ of }) => (of === nextScale.id ? other : map),
    });
    (await node(1)).focus();
    await letters();
    press('m');
    await screen.findByRole('heading', { name: `Map around: ${nextScale.title}` });
    await waitFor(() => expect(focused()).toBe('0'));
    expect(location.hash).toBe('#page=map&of=arxiv%3A2506.02341');
    history.back();
    await screen.findByRole('heading', { name: `Map around: ${around3.title}` });
    await waitFor(() => expect(focused()).toBe('0'));
    expect(background.digestMap).toHaveBeenLastCalledWith({ of: around3.id });
  });
});

describe('in words', () => {
  it('tells how many there are, the closest, the groups, and who is close to whom', async () => {
    show();
    await node(3);
    expect(
      screen.getByText(
        '3 papers around “Visual Autoregressive Modeling”. The closest is “Next-Scale Prediction Is Enough”; it shares next-scale prediction, image.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('3 papers share image, scale: 1, 2, 3')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'All papers, closest first' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(within(list).getByText('Also close to 3')).toBeTruthy();
    expect(within(list).getByText('Also close to 1')).toBeTruthy();
  });

  it('is found without fault by axe', async () => {
    const { container } = show();
    fireEvent.click(await node(1));
    await screen.findByRole('region', { name: /^Details/ });
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('without a map', () => {
  it('offers a search for the paper in the middle', async () => {
    show({}, '#page=map');
    expect(screen.getByText(/thirty papers nearest to one/)).toBeTruthy();
    fireEvent.input(
      screen.getByRole('searchbox', { name: 'Search Daily Papers on this computer' }),
      {
        target: { value: 'lumen' },
      },
    );
    const found = await screen.findByRole('button', { name: lumen.title });
    const box = screen.getByRole('searchbox', { name: 'Search Daily Papers on this computer' });
    const busy = () => found.closest('.map-found')?.getAttribute('aria-busy');
    expect(busy()).toBe('false');
    fireEvent.input(box, { target: { value: 'lumens' } });
    expect(busy()).toBe('true');
    fireEvent.input(box, { target: { value: 'lumen' } });
    expect(busy()).toBe('false');
    fireEvent.click(found);
    await waitFor(() => expect(location.hash).toBe('#page=map&of=arxiv%3A2511.08892'));
    await node(1);
  });

  it.each<[string, DigestMap['outcome'], RegExp]>([
    [
      'nothing is close',
      { state: 'nothing-close', centre: centreOf(around3) },
      /Nothing close among/,
    ],
    [
      'there is no text',
      { state: 'no-text', centre: centreOf(around3, null) },
      /neither title nor/,
    ],
    ['nobody knows the paper', { state: 'unknown' }, /doesn't know this paper/],
  ])('says that %s, and offers another', async (_, said, words) => {
    show({ digestMap: async () => ({ outcome: said, status }) });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(
      screen.getByRole('searchbox', { name: 'Search Daily Papers on this computer' }),
    ).toBeTruthy();
  });

  it('waits after a moment, says what failed and asks again', async () => {
    const first = deferred<DigestMap>();
    let turn = 0;
    show({ digestMap: async () => (turn++ === 0 ? first.promise : map) });
    expect(screen.queryByText('Looking for the nearest papers')).toBeNull();
    expect(await screen.findByText('Looking for the nearest papers')).toBeTruthy();
    cleanup();
    turn = 0;
    show({ digestMap: async () => (turn++ === 0 ? failing('The disk is full.')() : map) });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await node(3);
  });

  it('tells that papers are still being loaded, and draws again', async () => {
    const loading = {
      ...{ state: 'running' as const, reached: null, goal: '2025-11-01' },
      ...{ daysDone: 1, daysTotal: 10 },
    };
    const { background } = show({
      digestMap: async () => ({ ...map, status: { ...status, loading } }),
    });
    await node(3);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(background.digestMap).toHaveBeenCalledTimes(2));
  });
});
