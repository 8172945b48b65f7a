// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RelatedAnswer } from '../../../lib/answers/related/related-answer.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import {
  deferred,
  entryOf,
  failing,
  fakeBackground,
  lumen,
  nextScale,
  pagePaper,
  related,
  status,
} from '../fakes.ts';
import { answering, showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('related papers', () => {
  it.each([
    [{ state: 'listed', day: '2024-12-03', upvotes: 33 }, 'In Daily Papers · 3 Dec 2024 · ▲33'],
    [
      { state: 'not-listed', checked: '2026-11-23T09:10:00.000Z' },
      'Not in Daily Papers (checked today',
    ],
    [
      { state: 'unknown', since: '2025-11-01' },
      'Unknown: this device has Daily Papers since 1 Nov 2025',
    ],
  ] as const)('say whether the paper is listed: %o', async (listed, words) => {
    showPanel(answering({ listed }));
    const found = await screen.findByText((_, element) =>
      Boolean(element?.matches('p') && element.textContent?.startsWith(words)),
    );
    expect(found).toBeTruthy();
  });

  it('say what was searched when nothing is close', async () => {
    showPanel(answering({ outcome: { state: 'nothing-close' } }));
    await screen.findByText('Nothing close among 6,127 papers listed since June 2025');
  });

  it('do not say "nothing close" about a PDF that cannot be read, and ask arXiv on a click', async () => {
    const askArxiv = vi.fn(async () => ({ found: false }));
    const background = fakeBackground({
      related: async () => ({ ...related, outcome: { state: 'no-text' } }),
      askArxiv,
    });
    showPanel(background, { paper: { ...pagePaper, view: 'pdf' } });
    await screen.findByText('Kindred can’t read inside PDFs.');
    expect(screen.queryByText(/Nothing close/)).toBeNull();
    expect(askArxiv).not.toHaveBeenCalled();
    fireEvent.click(await button('Get this abstract from arXiv (sends only 2404.02905)'));
    await screen.findByText('arXiv has no abstract for 2404.02905.');
  });

  it('say how far the digest is loaded, and pause it', async () => {
    const loading = {
      state: 'running',
      reached: '2026-03-11',
      goal: '2025-11-20',
      daysDone: 1,
      daysTotal: 9,
    } as const;
    const pauseLoading = vi.fn(async () => status);
    const background = fakeBackground({
      related: async () => ({ ...related, status: { ...status, loading } }),
      pauseLoading,
    });
    showPanel(background);
    await screen.findByText(/Loading Daily Papers: back to March 2026/);
    fireEvent.click(await button('Pause'));
    expect(pauseLoading).toHaveBeenCalledWith({ paused: true });
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
  });

  it('say what is wrong, since when, and that what is stored works', async () => {
    const problem = {
      kind: 'offline',
      since: '2026-11-22T08:00:00.000Z',
      nextTry: null,
      httpStatus: null,
    } as const;
    showPanel(answering({ status: { ...status, problem } }));
    await screen.findByText(
      /^Daily Papers can’t be reached \(since yesterday .*\)\. Everything on this device still works\.$/,
    );
  });

  it('show a failure and try again', async () => {
    const ask = vi.fn(failing('The disk is full.') as Background['related']);
    showPanel(fakeBackground({ related: ask }));
    await screen.findByText('The disk is full.');
    ask.mockImplementation(async () => related);
    fireEvent.click(await button('Try again'));
    await screen.findByRole('link', { name: lumen.title });
  });

  it('are never those of another paper', async () => {
    const slow = deferred<RelatedAnswer>();
    const background = fakeBackground({
      related: ({ paper }) =>
        paper.arxivId === pagePaper.arxivId
          ? slow.promise
          : Promise.resolve({
              ...related,
              outcome: { state: 'related', entries: [entryOf(nextScale)] },
            }),
    });
    const change = showPanel(background);
    change({ paper: { ...pagePaper, arxivId: '2501.00001' } });
    await screen.findByRole('link', { name: nextScale.title });
    slow.settle(related);
    await slow.promise;
    await Promise.resolve();
    expect(screen.queryByRole('link', { name: lumen.title })).toBeNull();
  });

  it('disappear at once when the page changes to another paper', async () => {
    const background = fakeBackground({
      related: ({ paper }) =>
        paper.arxivId === pagePaper.arxivId
          ? Promise.resolve(related)
          : deferred<RelatedAnswer>().promise,
    });
    const change = showPanel(background);
    await screen.findByRole('link', { name: lumen.title });
    change({ paper: { ...pagePaper, arxivId: '2501.00001' } });
    await screen.findByText('Finding related papers');
    expect(screen.queryByRole('link', { name: lumen.title })).toBeNull();
  });

  it('are fetched every five seconds while the digest loads and the panel is open', async () => {
    const every = vi.spyOn(globalThis, 'setInterval');
    const stop = vi.spyOn(globalThis, 'clearInterval');
    const atFive = () => every.mock.calls.findIndex(([, ms]) => ms === 5_000);
    const loading = {
      state: 'running',
      reached: null,
      goal: '2025-11-20',
      daysDone: 1,
      daysTotal: 9,
    } as const;
    const background = fakeBackground({
      related: async () => ({ ...related, status: { ...status, loading } }),
    });
    showPanel(background);
    await waitFor(() => expect(atFive()).toBeGreaterThanOrEqual(0));
    const [tick] = every.mock.calls[atFive()] as [() => void];
    tick();
    expect(background.related).toHaveBeenCalledTimes(2);
    fireEvent.click(await button('Collapse'));
    const timer = every.mock.results[atFive()]?.value;
    await waitFor(() => expect(stop).toHaveBeenCalledWith(timer));
    vi.restoreAllMocks();
  });
});
