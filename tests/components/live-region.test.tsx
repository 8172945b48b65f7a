// @vitest-environment happy-dom
/** Live regions announce each result once, and not at every key. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppContextProvider, defaultAppContext } from '../../components/app-context.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { PaperActions } from '../../components/paper/PaperActions.tsx';
import { DigestView } from '../../components/popup/DigestView.tsx';
import { ReaderView } from '../../components/reader/ReaderView.tsx';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { around, failing, fakeBackground, lumen, marks, resultOf, status } from './fakes.ts';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const noop = () => undefined;
const live = '[role="status"], [role="alert"]';

/** Every text that a live region shows, in order; a removed text announces nothing. */
function listen(container: Element): string[] {
  const announced: string[] = [];
  const known = new Map<Element, string>();
  const look = () => {
    for (const region of container.querySelectorAll(live)) {
      const text = region.textContent?.trim() ?? '';
      if (text !== '' && text !== known.get(region)) announced.push(text);
      known.set(region, text);
    }
  };
  look();
  announced.length = 0;
  new MutationObserver(look).observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return announced;
}

const answerOf = (query: string, changed: Partial<SearchAnswer> = {}): SearchAnswer => ({
  ...{ query, total: 12, results: [resultOf(lumen)], pasted: null, problems: [] },
  ...{ completions: [], correction: null, partial: false, status },
  ...changed,
});

const empty: Partial<Background> = {
  unread: async () => ({ total: 0, topics: [] }),
  latest: async () => ({ papers: [], status }),
  settings: async () => ({ panel: {}, readByViewing: true }),
  storedSizes: async () => ({ papers: 1, sources: [], indexBytes: 1, userDataBytes: 1 }),
  arxivFeeds: async () => [],
};

async function showPopup(search: Background['search']) {
  const { container } = render(
    <DigestView
      background={fakeBackground({ ...empty, search })}
      layout="popup"
      {...{ open: noop, tabPaper: null, remembered: null, pinHint: false, around }}
      {...{ onRemember: noop, onPinHintDone: noop, onOptions: noop }}
    />,
  );
  await screen.findByText(/No Daily Papers on this device/);
  return listen(container);
}
const type = (query: string) =>
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: query } });

describe('a search', () => {
  it('announces the number of results once, when the typing pauses', async () => {
    const announced = await showPopup(async ({ query }) =>
      answerOf(query, { total: query.length }),
    );
    for (const query of ['c', 'ca', 'cac', 'cach', 'cache']) {
      type(query);
      await vi.advanceTimersByTimeAsync(120);
    }
    expect(announced).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(announced).toEqual(['5 papers']);
    // The same number is announced again for another query.
    type('caches');
    type('cashe');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(announced).toEqual(['5 papers', '5 papers']);
  });

  it('announces that it takes long, that there is nothing, and that it failed', async () => {
    const slow = new Promise<SearchAnswer>((resolve) =>
      setTimeout(resolve, 1_500, answerOf('slow', { total: 0, results: [] })),
    );
    const announced = await showPopup(({ query }) =>
      query === 'slow' ? slow : failing('Broken.')(),
    );
    type('slow');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(announced).toEqual(['Searching…', 'Nothing on this device matches “slow”.']);
    type('bad');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(announced.slice(2).map((text) => text.replace('Try again', ''))).toEqual([
      'Kindred couldn’t search.Broken.',
    ]);
  });
});

describe('the reader page', () => {
  it('announces once how many papers pass a filter, however often the list is fetched', async () => {
    const loading = {
      goal: '2025-11-23',
      state: 'running',
      daysDone: 1,
      daysTotal: 9,
      reached: null,
    } as const;
    let asked = 0;
    const { container } = render(
      <ReaderView
        background={fakeBackground({
          ...empty,
          digestList: async ({ query }) => ({
            ...{
              follows: true,
              truncated: 0,
              years: [],
              problems: [],
              first: [],
              status: { ...status, loading },
            },
            groups:
              query === 'zzz' ? [] : [{ key: '2026-11-20', name: null, ids: [`a${++asked}`] }],
          }),
          digestLines: async () => [],
        })}
        {...{ open: noop, isPrivate: false, onOptions: noop, around }}
      />,
    );
    await screen.findByRole('searchbox');
    await vi.advanceTimersByTimeAsync(2_000);
    const announced = listen(container);
    type('mon');
    await vi.advanceTimersByTimeAsync(40_000);
    expect(asked).toBeGreaterThan(3);
    expect(announced).toEqual(['1 paper']);
    type('zzz');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(announced.slice(1)).toEqual(['No paper matches these filters.']);
  });
});

describe('the options', () => {
  it('announce the number of settings that pass a filter once, when the typing pauses', async () => {
    const { container } = render(
      <OptionsView
        background={fakeBackground(empty)}
        {...{ saveFile: noop, version: '1', onWelcome: noop, around }}
      />,
    );
    await screen.findByText('Theme');
    await vi.advanceTimersByTimeAsync(2_000);
    const announced = listen(container);
    for (const query of ['t', 'th', 'the', 'theme d']) {
      type(query);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(2_000);
    expect(announced).toEqual(['1 setting']);
  });
});

describe("a paper's buttons", () => {
  it('announce their result once, and why they failed', async () => {
    const background = fakeBackground({ save: async () => null, markRead: failing('No room.') });
    const { container } = render(
      <AppContextProvider.Provider value={{ ...defaultAppContext(background), ...around }}>
        <PaperActions paper={lumen} marks={marks} />
      </AppContextProvider.Provider>,
    );
    const announced = listen(container);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(announced).toEqual([`Saved: ${lumen.title}`]));
    fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(announced.at(-1)).toBe('No room.'));
    expect(announced.length).toBe(2);
  });
});
