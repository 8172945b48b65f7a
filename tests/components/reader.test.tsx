// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderView, type ReaderViewProps } from '../../components/reader/ReaderView.tsx';
import type { Background } from '../../lib/messages/contract.ts';
import type { DigestLine, DigestList, DigestTrends } from '../../lib/messages/reader-answers.ts';
import {
  around,
  failing,
  fakeBackground,
  lumen,
  nextScale,
  paperOf,
  preview,
  status,
} from './fakes.ts';

const formula = paperOf('2511.00003', 'Learning in $O(n^2)$ Time', {
  abstract: 'We show $x^2$ and $\\undefined{$ at a price of $5. Nothing more.',
  authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'],
  listedAt: '2026-11-19',
});
const lineOf = (paper: DigestLine['paper'], known: Partial<DigestLine> = {}): DigestLine => ({
  paper,
  marks: { read: false, saved: false },
  news: [],
  ...known,
});
const lines = [lineOf(lumen, { news: ['tokenizers'] }), lineOf(nextScale), lineOf(formula)];
const list: DigestList = {
  groups: [
    { key: '2026-11-20', name: null, ids: [lumen.id, nextScale.id] },
    { key: '2026-11-19', name: null, ids: [formula.id] },
  ],
  follows: true,
  leftOut: 0,
  years: ['2026', '2025'],
  problems: [],
  first: lines.slice(0, 2),
  status,
};
const weeks = Array.from({ length: 26 }, (_, week) =>
  new Date(Date.UTC(2026, 4, 23) + week * 7 * 86_400_000).toISOString().slice(0, 10),
);
const trends: DigestTrends = {
  weeks,
  listed: weeks.map(() => 100),
  topics: [{ id: 't', name: 'tokenizers', weeks: weeks.map((_, week) => week) }],
  recentWeeks: 2,
  rising: [
    { term: 'world model', recent: 20, before: 48, ratio: 30, weeks: weeks.map(() => 2) },
    { term: 'harness', recent: 5, before: 0, ratio: 20, weeks: weeks.map(() => 0) },
  ],
};

function show(answers: Partial<Background> = {}, props: Partial<ReaderViewProps> = {}) {
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

const rows = () => screen.findAllByRole('listitem');
const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key });
/** Letters act once the reader's choice about them is known. */
const letters = () =>
  waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /act as keys/ })).toHaveProperty('checked', true),
  );

beforeEach(() => {
  history.replaceState(null, '', '/reader.html');
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(60);
  // Formulas are drawn in documents with a doctype alone, which this one lacks.
  Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat', configurable: true });
});
afterEach(cleanup);
// Test files share the prototypes of elements.
afterAll(() => vi.restoreAllMocks());

describe('a list that is asked for again', () => {
  const loading = {
    state: 'running',
    reached: null,
    goal: '2026-01-01',
    daysDone: 1,
    daysTotal: 9,
  };
  const more = lineOf(paperOf('2511.00009', 'A Paper of This Morning'));
  const before = { ...list, status: { ...status, loading } } as DigestList;

  it('keeps the row that the reader is on, whatever came before it', async () => {
    const every = vi.spyOn(globalThis, 'setInterval');
    const atTen = () => every.mock.calls.find(([, ms]) => ms === 10_000);
    let now = before;
    const { background } = show({
      digestList: async () => now,
      digestLines: async ({ ids }) =>
        [...lines, more].filter(({ paper }) => ids.includes(paper.id)),
    });
    const row = (await screen.findByText(nextScale.title)).closest('li') as HTMLElement;
    row.focus();
    await letters();
    now = {
      ...before,
      groups: [{ key: '2026-11-21', name: null, ids: [more.paper.id] }, ...list.groups],
    };
    const [tick] = (await waitFor(() => atTen() ?? expect.fail('no timer'))) as [() => void];
    every.mockRestore();
    tick();
    await screen.findByText(more.paper.title);
    press('s');
    await waitFor(() =>
      expect(background.save).toHaveBeenCalledWith({ ids: [nextScale.id], saved: true }),
    );
  });

  it('says of a paper that is stored no more that it is gone', async () => {
    show({ digestLines: async () => [] });
    await screen.findByText('No longer on this computer.');
  });

  it('counts a paper of several groups once', async () => {
    history.replaceState(null, '', '/reader.html#by=source');
    const groups = ['daily-papers', 'arxiv'].map((key) => ({ key, name: null, ids: [lumen.id] }));
    show({ digestList: async () => ({ ...list, groups }) });
    await screen.findByText('1 paper', { selector: '.reader-bar p' });
  });
});

describe('the list', () => {
  it('says of every row where it stands among all, under its day', async () => {
    show();
    await screen.findByText('Learning in', { exact: false });
    const all = await rows();
    expect(all.map((row) => row.getAttribute('aria-posinset'))).toEqual(['1', '2', '3']);
    expect(all.every((row) => row.getAttribute('aria-setsize') === '3')).toBe(true);
    const days = screen.getAllByRole('heading', { level: 2 }).map((day) => day.textContent);
    expect(days).toEqual(['Friday, 20 Nov 2026 2', 'Thursday, 19 Nov 2026 1']);
    expect(screen.getByText('New for tokenizers')).toBeTruthy();
    expect(screen.getByText('A. One, B. Two, C. Three and 1 more')).toBeTruthy();
  });

  it('asks for the papers of rows that came without them', async () => {
    const { background } = show();
    await screen.findByText('Learning in', { exact: false });
    expect(background.digestLines).toHaveBeenCalledWith({ ids: [formula.id] });
  });

  it('draws formulas, and shows a wrong one as it was written', async () => {
    show();
    await screen.findByText('Learning in', { exact: false });
    await waitFor(() => expect(document.querySelector('h3 math')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: /^Details: Learning/ }));
    const abstract = await waitFor(() => {
      const found = document.querySelector('.abstract');
      expect(found?.querySelectorAll('math')).toHaveLength(1);
      return found;
    });
    expect(abstract?.textContent).toContain('$\\undefined{$');
    expect(abstract?.textContent).toContain('at a price of $5. Nothing more.');
  });

  it.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\includegraphics{https://tracker.example/x.png}$',
    '$\\class{view}{x}$',
    '$\\style{position:fixed}{x}$',
    '$\\def\\a{\\a\\a}\\a$',
  ])('lets no formula do more than be drawn: %s', async (abstract) => {
    const first = [lineOf({ ...formula, title: 'A Title', abstract })];
    const groups = [{ key: '2026-11-19', name: null, ids: [formula.id] }];
    show({ digestList: async () => ({ ...list, groups, first }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Details: A Title' }));
    await waitFor(() => expect(document.querySelector('.abstract')?.textContent).toBe(abstract));
    await import('temml');
    await waitFor(() => expect(document.querySelector('.abstract')?.textContent).toBe(abstract));
    expect(document.querySelector('.abstract :is(a, img, [class*="view"], [style])')).toBeNull();
  });

  it('asks anew by other groups and filters, and the address keeps them', async () => {
    const months = { ...list, groups: [{ key: '2026-11', name: null, ids: [lumen.id] }] };
    const { background } = show({ digestList: async ({ by }) => (by === 'day' ? list : months) });
    await rows();
    fireEvent.click(screen.getByRole('radio', { name: 'Month' }));
    await waitFor(() => expect(location.hash).toBe('#by=month'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Unread' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Upvotes' }), {
      target: { value: '20' },
    });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'scale' } });
    await waitFor(() =>
      expect(background.digestList).toHaveBeenLastCalledWith({
        by: 'month',
        query: 'scale',
        least: 20,
        unread: true,
        saved: false,
        year: null,
      }),
    );
    expect(location.hash).toBe('#by=month&q=scale&least=20&unread=');
  });

  it('is of an older filter from the first letter on until the next list is there', async () => {
    const none = { ...list, groups: [] };
    show({ digestList: async ({ query }) => (query === '' ? list : none) });
    await rows();
    const state = () => {
      const shown = document.querySelector('[data-answers]');
      return [shown?.getAttribute('data-answers'), shown?.getAttribute('aria-busy')];
    };
    expect(state()).toEqual(['', 'false']);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'scale' } });
    expect(state()).toEqual(['', 'true']);
    await waitFor(() => expect(state()).toEqual(['scale', 'false']));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    expect(state()).toEqual(['scale', 'true']);
    await waitFor(() => expect(state()).toEqual(['', 'false']));
  });

  it('opens at what the address says', async () => {
    history.replaceState(null, '', '/reader.html#by=week&q=scale&saved');
    const { background } = show();
    await rows();
    expect(background.digestList).toHaveBeenCalledWith({
      by: 'week',
      query: 'scale',
      least: 0,
      unread: false,
      saved: true,
      year: null,
    });
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'scale');
  });
});

describe('the keys', () => {
  it('go through the rows, open, show, save and mark them', async () => {
    const { background, open } = show();
    await screen.findByText('Learning in', { exact: false });
    await letters();
    press('j', document.body);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('j');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('1'));
    press('ArrowUp');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('e');
    expect(
      await screen.findByText('One tokenizer serves images and clips.', { exact: false }),
    ).toBeTruthy();
    press('s');
    expect(await screen.findByText(`Saved: ${lumen.title}`)).toBeTruthy();
    expect(background.save).toHaveBeenCalledWith({ ids: [lumen.id], saved: true });
    press('r');
    expect(await screen.findByText(`Marked read: ${lumen.title}`)).toBeTruthy();
    press('Enter');
    expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2511.08892', { background: false });
    expect(document.activeElement?.getAttribute('data-index')).toBe('0');
    press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('are letters where one types', async () => {
    show();
    await rows();
    await letters();
    const box = screen.getByRole('searchbox');
    box.focus();
    press('j', box);
    press('?', box);
    expect(document.activeElement).toBe(box);
    expect(screen.getByText('Keys').closest('details')?.open).toBe(false);
  });

  it('are listed on the page, and those of one letter can be switched off', async () => {
    const { background } = show();
    await rows();
    await letters();
    press('?', document.body);
    const keys = screen.getByText('Keys').closest('details') as HTMLDetailsElement;
    await waitFor(() => expect(keys.open).toBe(true));
    expect(within(keys).getByText('Mark it read or unread')).toBeTruthy();
    fireEvent.click(within(keys).getByRole('checkbox'));
    expect(background.changeSettings).toHaveBeenCalledWith({ letterKeys: false });
    press('j', document.body);
    expect(document.activeElement?.getAttribute('data-index')).toBeFalsy();
  });

  it('say why a mark was not set', async () => {
    show({ save: failing('Kindred keeps nothing from private windows.') }, { isPrivate: true });
    await screen.findByText('Learning in', { exact: false });
    await letters();
    expect(screen.getByText(/This is a private window/)).toBeTruthy();
    press('j', document.body);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-index')).toBe('0'));
    press('s');
    expect(await screen.findByText('Kindred keeps nothing from private windows.')).toBeTruthy();
    expect(document.activeElement?.textContent).not.toContain('Saved');
  });
});

describe('where there is nothing to list', () => {
  const none = { ...list, groups: [], first: [] };

  it('says that nothing is loaded yet', async () => {
    const empty = { ...status, papers: 0 };
    show({ digestList: async () => ({ ...none, status: empty }) });
    expect(await screen.findByText(/No Daily Papers on this computer yet/)).toBeTruthy();
  });

  it('offers to clear the filters', async () => {
    history.replaceState(null, '', '/reader.html#q=nothing&by=week');
    show({ digestList: async ({ query }) => (query ? none : list) });
    fireEvent.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    await screen.findByText('Learning in', { exact: false });
    expect(location.hash).toBe('#by=week');
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
  });

  it('offers to follow a topic', async () => {
    history.replaceState(null, '', '/reader.html#by=topic');
    show({ digestList: async () => ({ ...none, follows: false }) });
    expect(await screen.findByText('You follow no topics yet.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Follow…' })).toBeTruthy();
  });

  it('says of topics that have nothing that they have nothing', async () => {
    history.replaceState(null, '', '/reader.html#by=topic');
    show({ digestList: async () => none });
    await screen.findByText('None of your topics has a paper here.');
    expect(screen.queryByText('You follow no topics yet.')).toBeNull();
  });

  it('says what failed, and tries again', async () => {
    let fails = true;
    show({
      digestList: async () => (fails ? failing('The disk is full.')() : list),
    });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(lumen.title)).toBeTruthy();
  });

  it('keeps the list when papers of it cannot be read, and tries again', async () => {
    let fails = true;
    const { background } = show({
      digestLines: async () => (fails ? failing('Storage is busy.')() : lines),
    });
    expect(await screen.findByText('Storage is busy.', { exact: false })).toBeTruthy();
    expect(screen.getByText(lumen.title)).toBeTruthy();
    expect(background.digestLines).toHaveBeenCalledTimes(1);
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Learning in', { exact: false })).toBeTruthy();
    expect(screen.queryByText('Storage is busy.', { exact: false })).toBeFalsy();
  });
});

describe('pictures', () => {
  it('say in words and tables what they show', async () => {
    history.replaceState(null, '', '/reader.html#page=trends');
    show();
    const rising = (await screen.findByRole('rowheader', { name: 'world model' })).closest('tr');
    expect(rising?.textContent).toContain('20 of 200 (10%)');
    expect(rising?.textContent).toContain('48 of 2,400 (2%)');
    expect(rising?.textContent).toContain('× 5');
    expect(screen.getByRole('rowheader', { name: 'harness' }).closest('tr')?.textContent).toContain(
      'new',
    );
    const chart = screen.getByRole('img', { name: /^tokenizers: 0 to 25 papers a week/ });
    expect(chart.querySelectorAll('rect')).toHaveLength(26);
    const table = chart.closest('figure')?.querySelector('table');
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(26);
    expect(table?.querySelector('tbody tr:last-child')?.textContent).toBe('14 Nov 202625');
  });

  it('lead from a rising term to a topic of it', async () => {
    history.replaceState(null, '', '/reader.html#page=trends');
    show();
    const rising = (await screen.findByRole('rowheader', { name: 'world model' })).closest('tr');
    fireEvent.click(within(rising as HTMLElement).getByRole('button', { name: 'Follow…' }));
    expect(await screen.findByDisplayValue('"world model"')).toBeTruthy();
  });

  it.each([
    [null, 'No Daily Papers on this computer yet.'],
    [{ ...trends, rising: null }, /Too few papers/],
    [{ ...trends, rising: [] }, 'Nothing rose clearly.'],
  ])('say why there are none', async (given, words) => {
    history.replaceState(null, '', '/reader.html#page=trends');
    show({ digestTrends: async () => given });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

it.each(['', '#page=trends'])('has nothing for axe to find at %s', async (hash) => {
  history.replaceState(null, '', `/reader.html${hash}`);
  const { container } = show();
  await screen.findAllByRole('heading', { level: 2 });
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
