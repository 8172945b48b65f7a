// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PanelProps, RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import type { RelatedAnswer } from '../../lib/messages/answers.ts';
import type { Background } from '../../lib/messages/contract.ts';
import {
  around,
  deferred,
  entryOf,
  failing,
  fakeBackground,
  lumen,
  marks,
  nextScale,
  pagePaper,
  related,
  status,
} from './fakes.ts';

afterEach(cleanup);

function show(background: Background, props: Partial<PanelProps> = {}) {
  const all: PanelProps = {
    paper: pagePaper,
    pageKind: 'arxiv:abstract',
    background,
    theme: 'light',
    placement: 'column',
    initiallyOpen: true,
    onOpenChange: () => undefined,
    onHide: () => undefined,
    around,
    ...props,
  };
  const view = render(<RelatedPanel {...all} />);
  return (changed: Partial<PanelProps>) => view.rerender(<RelatedPanel {...all} {...changed} />);
}

const answering = (changed: Partial<RelatedAnswer>) =>
  fakeBackground({ related: async () => ({ ...related, ...changed }) });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('a related entry', () => {
  it('is a line with an ordinary link, its date, upvotes and whether it is newer', async () => {
    show(fakeBackground());
    const link = await screen.findByRole('link', { name: lumen.title });
    expect(link.getAttribute('href')).toBe('https://arxiv.org/abs/2511.08892');
    expect(link.getAttribute('target')).toBeNull();
    const items = within(screen.getByRole('list', { name: 'Related papers' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.textContent)).toEqual([
      `${lumen.title}12 Nov 2025▲4848 upvotesnewer`,
      `${nextScale.title}3 Jun 2025▲11 upvote`,
    ]);
  });

  it('opens to whose summary it is, why it is there and safe links only', async () => {
    show(fakeBackground());
    const disclose = await button(`Details: ${lumen.title}`);
    fireEvent.click(disclose);
    expect(disclose.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('AI summary, Hugging Face')).toBeTruthy();
    expect(screen.getByText('Shares: tokenizer, next-scale prediction')).toBeTruthy();
    const links = within(screen.getByRole('list', { name: 'Links' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['PDF', 'https://arxiv.org/pdf/2511.08892'],
      ['HF (6 comments)', 'https://huggingface.co/papers/2511.08892'],
      ['Code', 'https://code.example.org/lumen'],
    ]);
  });

  it("has the map around it opened at the reader's own click alone", async () => {
    const background = fakeBackground({ openMap: async () => null });
    show(background, { around: { ...around, trusts: () => false } });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Map of the nearest papers'));
    expect(background.openMap).not.toHaveBeenCalled();
    cleanup();
    show(background);
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Map of the nearest papers'));
    expect(background.openMap).toHaveBeenCalledWith({ of: lumen.id });
  });

  it('offers no map in a private window', async () => {
    show(fakeBackground(), { around: { ...around, isPrivate: true } });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    await button('Copy BibTeX');
    expect(screen.queryByText('Map of the nearest papers')).toBeNull();
  });

  it('quotes the abstract where nobody summarised it', async () => {
    show(fakeBackground());
    fireEvent.click(await button(`Details: ${nextScale.title}`));
    expect(
      screen.getByText(/^“A plain decoder predicts the next scale\. It needs no guidance\.”/),
    ).toBeTruthy();
    expect(screen.getByText('HF (1 comment)')).toBeTruthy();
  });

  it('is marked read when its link is followed', async () => {
    const background = fakeBackground();
    show(background);
    fireEvent.click(await screen.findByRole('link', { name: lumen.title }));
    expect(background.markRead).toHaveBeenCalledWith({ ids: [lumen.id], read: true });
  });

  it('is saved, and says so when it could not be', async () => {
    show(fakeBackground({ save: failing('The disk is full.') }));
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Save'));
    await screen.findByText('The disk is full.');
    expect(await button('Save')).toBeTruthy();
  });

  it('copies BibTeX and says so', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show(fakeBackground());
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Copy BibTeX'));
    await button('Copied');
    expect(writeText.mock.calls[0]?.[0]).toContain('2511.08892');
    vi.unstubAllGlobals();
  });
});

describe('the order', () => {
  it('is chosen in the menu by keyboard, the focus coming back to its button', async () => {
    const background = fakeBackground();
    show(background);
    const more = await button('More');
    more.focus();
    fireEvent.keyDown(more, { key: 'ArrowDown' });
    const first = await screen.findByRole('menuitemradio', { name: 'Most similar' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(first.getAttribute('aria-checked')).toBe('true');
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const newest = screen.getByRole('menuitemradio', { name: 'Newest' });
    expect(document.activeElement).toBe(newest);
    fireEvent.click(newest);
    await waitFor(() =>
      expect(background.related).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'newest', onlyNewer: false }),
      ),
    );
    expect(document.activeElement).toBe(more);
  });

  it('keeps to what is asked for, and takes every condition back where nothing is left', async () => {
    const background = fakeBackground({
      related: async ({ only }) => ({
        ...related,
        outcome: only?.sources ? { state: 'nothing-close' } : related.outcome,
      }),
    });
    show(background);
    const choose = async (name: string) => {
      fireEvent.click(await button('More'));
      fireEvent.click(await screen.findByRole('menuitemcheckbox', { name }));
    };
    const asked = () => vi.mocked(background.related).mock.lastCall?.[0];
    await choose('Only from the last year');
    await choose('Only with 10 or more upvotes');
    await choose('Other sources not below');
    await waitFor(() =>
      expect(asked()).toMatchObject({
        only: { from: '2025-11-23', upvotes: 10 },
        mixSources: true,
      }),
    );
    await choose('Only in Daily Papers');
    await screen.findByText('Nothing close enough among the papers you ask for.');
    expect(asked()?.only?.sources).toEqual(['daily-papers', 'starter']);
    fireEvent.click(await button('Show all related papers'));
    await waitFor(() => expect(asked()).toMatchObject({ only: {}, mixSources: true }));
  });

  it('closes its menu on Escape and leaves the panel open', async () => {
    const onOpenChange = vi.fn();
    show(fakeBackground(), { onOpenChange });
    fireEvent.click(await button('More'));
    fireEvent.keyDown(await screen.findByRole('menuitemradio', { name: 'Newest' }), {
      key: 'Escape',
    });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(onOpenChange).not.toHaveBeenCalled();
  });

  it('hides the panel on pages like this by its own callback', async () => {
    const onHide = vi.fn();
    show(fakeBackground(), { onHide });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    expect(onHide).toHaveBeenCalledWith('arxiv:abstract');
    expect(screen.queryByRole('heading', { name: 'Related in Daily Papers' })).toBeNull();
  });

  it('leaves the way back where it was, which brings it back open with the focus', async () => {
    const onOpenChange = vi.fn();
    show(fakeBackground(), { onOpenChange });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    const line = await screen.findByText('Hidden on pages like this.');
    await waitFor(() => expect(document.activeElement?.contains(line)).toBe(true));
    fireEvent.click(await button('Undo'));
    expect(onOpenChange).toHaveBeenCalledWith(true, 'arxiv:abstract');
    const collapse = await button('Collapse');
    await waitFor(() => expect(document.activeElement).toBe(collapse));
  });

  it('goes away at the edge, where it would cover the page, once it is left alone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    show(fakeBackground(), { placement: 'edge' });
    fireEvent.click(await button('More'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Hide on pages like this' }));
    await screen.findByText('Hidden on pages like this.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('status'));
    vi.advanceTimersByTime(60_000);
    expect(screen.getByText('Hidden on pages like this.')).toBeTruthy();
    (document.activeElement as HTMLElement).blur();
    vi.advanceTimersByTime(12_000);
    await waitFor(() => expect(screen.queryByText('Hidden on pages like this.')).toBeNull());
    vi.useRealTimers();
  });
});

describe('the states', () => {
  it.each([
    [{ state: 'listed', day: '2024-12-03', upvotes: 33 }, 'In Daily Papers · 3 Dec 2024 · ▲33'],
    [
      { state: 'not-listed', checked: '2026-11-23T09:10:00.000Z' },
      'Not in Daily Papers (checked today',
    ],
    [
      { state: 'unknown', since: '2025-11-01' },
      "Can't tell: this computer has Daily Papers since 1 Nov 2025",
    ],
  ] as const)('says whether the paper is listed: %o', async (listed, words) => {
    show(answering({ listed }));
    const found = await screen.findByText((_, element) =>
      Boolean(element?.matches('p') && element.textContent?.startsWith(words)),
    );
    expect(found).toBeTruthy();
  });

  it('says what was looked through when nothing is close', async () => {
    show(answering({ outcome: { state: 'nothing-close' } }));
    await screen.findByText('Nothing close among 6,127 Daily Papers since June 2025');
  });

  it('never says "nothing close" of a PDF it cannot read, and asks arXiv on a click', async () => {
    const askArxiv = vi.fn(async () => ({ found: false }));
    const background = fakeBackground({
      related: async () => ({ ...related, outcome: { state: 'no-text' } }),
      askArxiv,
    });
    show(background, { paper: { ...pagePaper, view: 'pdf' } });
    await screen.findByText("Kindred can't read inside PDFs.");
    expect(screen.queryByText(/Nothing close/)).toBeNull();
    expect(askArxiv).not.toHaveBeenCalled();
    fireEvent.click(await button('Ask arXiv for this abstract (sends only 2404.02905)'));
    await screen.findByText('arXiv has no abstract under 2404.02905.');
  });

  it('says how far the digest is and pauses it', async () => {
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
    show(background);
    await screen.findByText(/Loading Daily Papers: back to March 2026/);
    fireEvent.click(await button('Pause'));
    expect(pauseLoading).toHaveBeenCalledWith({ paused: true });
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
  });

  it('says what is wrong, since when, and that what is stored works', async () => {
    const problem = {
      kind: 'offline',
      since: '2026-11-22T08:00:00.000Z',
      nextTry: null,
      httpStatus: null,
    } as const;
    show(answering({ status: { ...status, problem } }));
    await screen.findByText(
      /^Daily Papers can't be reached \(since yesterday .*\)\. Everything stored still works\.$/,
    );
  });

  it('shows a failure and tries again', async () => {
    const ask = vi.fn(failing('The disk is full.') as Background['related']);
    show(fakeBackground({ related: ask }));
    await screen.findByText('The disk is full.');
    ask.mockImplementation(async () => related);
    fireEvent.click(await button('Try again'));
    await screen.findByRole('link', { name: lumen.title });
  });

  it("never shows one paper's answer beside another", async () => {
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
    const change = show(background);
    change({ paper: { ...pagePaper, arxivId: '2501.00001' } });
    await screen.findByRole('link', { name: nextScale.title });
    // Whatever the late answer brings is drawn when this is over.
    await act(async () => {
      slow.settle(related);
      await slow.promise;
    });
    expect(screen.queryByRole('link', { name: lumen.title })).toBeNull();
  });
});

it('takes the last paper away at once when the page turns to another', async () => {
  const background = fakeBackground({
    related: ({ paper }) =>
      paper.arxivId === pagePaper.arxivId
        ? Promise.resolve(related)
        : deferred<RelatedAnswer>().promise,
  });
  const change = show(background);
  await screen.findByRole('link', { name: lumen.title });
  change({ paper: { ...pagePaper, arxivId: '2501.00001' } });
  await screen.findByText('Looking for related papers');
  expect(screen.queryByRole('link', { name: lumen.title })).toBeNull();
});

it('looks again every five seconds while the digest is loading and the panel is open', async () => {
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
  show(background);
  await waitFor(() => expect(atFive()).toBeGreaterThanOrEqual(0));
  const [tick] = every.mock.calls[atFive()] as [() => void];
  tick();
  expect(background.related).toHaveBeenCalledTimes(2);
  fireEvent.click(await button('Collapse'));
  const timer = every.mock.results[atFive()]?.value;
  await waitFor(() => expect(stop).toHaveBeenCalledWith(timer));
  vi.restoreAllMocks();
});

describe('following', () => {
  it('is a form with the strongest terms, a preview, and a way back', async () => {
    const topic = { id: 't1', name: 'codes', query: '"next-scale prediction"', created: '' };
    const background = fakeBackground({
      previewTopic: async () => ({
        problem: null,
        count: 1,
        matches: [{ paper: nextScale, marks: { read: false, saved: false } }],
        similarSpellings: [],
        below: { count: 0, matches: [] },
        weeks: [],
      }),
      follow: async () => topic,
      undoFollow: async () => null,
    });
    show(background);
    fireEvent.click(await button('Follow…'));
    expect(background.follow).not.toHaveBeenCalled();
    const query = screen.getByLabelText('Matches papers with all of') as HTMLInputElement;
    expect(query.value).toBe('"next-scale prediction" tokenizer');
    fireEvent.click(await button('Remove “tokenizer”'));
    await waitFor(() => expect(query.value).toBe('"next-scale prediction"'));
    await screen.findByText('1 in the last 30 days');
    await waitFor(() =>
      expect(background.previewTopic).toHaveBeenLastCalledWith({
        query: '"next-scale prediction"',
      }),
    );
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'codes' } });
    fireEvent.click(await button('Follow'));
    await screen.findByText('Following “codes”');
    expect(background.follow).toHaveBeenCalledWith({
      name: 'codes',
      query: '"next-scale prediction"',
    });
    fireEvent.click(await button('Undo'));
    await screen.findByText('No longer following “codes”');
    expect(background.undoFollow).toHaveBeenCalledWith({ id: 't1' });
  });

  it('is left by Escape without closing the panel', async () => {
    const onOpenChange = vi.fn();
    show(fakeBackground({ previewTopic: failing('No.') }), { onOpenChange });
    fireEvent.click(await button('Follow…'));
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
    await button('Follow…');
    expect(onOpenChange).not.toHaveBeenCalled();
  });
});

describe('saving the paper of the page', () => {
  it('has its place before it is known whether it is saved, so that nothing moves then', async () => {
    const { promise, settle } = deferred<typeof marks>();
    show(fakeBackground({ pageMarks: () => promise }));
    const save = await screen.findByText('Save this paper');
    expect(save.style.visibility).toBe('hidden');
    settle(marks);
    await waitFor(() => expect(save.style.visibility).toBe(''));
    expect(save.isConnected).toBe(true);
  });

  it('is not offered where that cannot be known', async () => {
    show(fakeBackground({ pageMarks: failing('No.') }));
    await screen.findByRole('link', { name: lumen.title });
    await waitFor(() => expect(screen.queryByText('Save this paper')).toBeNull());
  });

  it('saves at a click of the reader, and takes it back where that fails', async () => {
    const savePaper = vi.fn(failing('The disk is full.'));
    show(fakeBackground({ pageMarks: async () => marks, savePaper }));
    fireEvent.click(await button('Save this paper'));
    expect(savePaper).toHaveBeenCalledWith({ paper: pagePaper, saved: true });
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
    expect((await button('Save this paper')).getAttribute('aria-pressed')).toBe('false');
  });
});

describe('open and closed', () => {
  it('collapses to a tab on Escape and back, the focus following', async () => {
    const onOpenChange = vi.fn();
    show(fakeBackground(), { onOpenChange });
    fireEvent.keyDown(await screen.findByRole('link', { name: lumen.title }), { key: 'Escape' });
    const tab = await button('Related · 2');
    await waitFor(() => expect(document.activeElement).toBe(tab));
    fireEvent.click(tab);
    await waitFor(async () => expect(document.activeElement).toBe(await button('Collapse')));
    expect(onOpenChange.mock.calls.map(([open]) => open)).toEqual([false, true]);
  });

  it('keeps its keys from the page', async () => {
    const page = vi.fn();
    document.addEventListener('keydown', page);
    show(fakeBackground());
    fireEvent.keyDown(await screen.findByRole('link', { name: lumen.title }), { key: 'j' });
    document.removeEventListener('keydown', page);
    expect(page).not.toHaveBeenCalled();
  });
});

it.each(['light', 'dark'] as const)('has nothing for axe to find, %s, opened', async (theme) => {
  show(fakeBackground(), { theme });
  fireEvent.click(await button(`Details: ${lumen.title}`));
  fireEvent.click(await button('More'));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
