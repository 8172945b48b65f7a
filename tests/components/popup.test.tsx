// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DigestView, type DigestViewProps } from '../../components/popup/DigestView.tsx';
import type {
  LikePreview,
  SearchAnswer,
  TopicReasons,
  UnreadAnswer,
} from '../../lib/messages/answers.ts';
import type { Background } from '../../lib/messages/contract.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import {
  alerted,
  around,
  deferred,
  failing,
  fakeBackground,
  listed,
  lumen,
  nextScale,
  pagePaper,
  paperOf,
  preview,
  resultOf,
  status,
} from './fakes.ts';

afterEach(cleanup);

const topic = {
  id: 't1',
  name: 'tokenizers',
  query: 'tokenizer',
  created: '2026-11-01T00:00:00.000Z',
};
const oneUnread: UnreadAnswer = {
  total: 1,
  topics: [{ topic, unread: [alerted(lumen)], below: [], earlier: [listed(nextScale)] }],
};
const nothingUnread: UnreadAnswer = { total: 0, topics: [] };
const onPaper: Detection = { kind: 'paper', site: 'arxiv', paper: pagePaper, evidence: [] };

const answerOf = (query: string, changed: Partial<SearchAnswer> = {}): SearchAnswer => ({
  query,
  total: 2,
  results: [resultOf(lumen), resultOf(nextScale, false)],
  pasted: null,
  problems: [],
  completions: [],
  meant: null,
  status,
  ...changed,
});

function show(answers: Partial<Background> = {}, props: Partial<DigestViewProps> = {}) {
  const background = fakeBackground({
    unread: async () => oneUnread,
    latest: async () => ({ papers: [listed(nextScale)], status }),
    topics: async () => [topic],
    markRead: async () => null,
    search: async ({ query }) => answerOf(query),
    previewTopic: async () => preview,
    ...answers,
  });
  const open = vi.fn();
  const onRemember = vi.fn();
  render(
    <DigestView
      background={background}
      layout="popup"
      open={open}
      tabPaper={null}
      remembered={null}
      onRemember={onRemember}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => undefined}
      around={around}
      {...props}
    />,
  );
  return { background, open, onRemember };
}

const box = () => screen.getByRole('searchbox');
const type = (query: string) => fireEvent.input(box(), { target: { value: query } });
const selected = () => screen.getByRole('tab', { selected: true }).textContent;
const linksOf = (words: string) =>
  screen.queryAllByRole('link').filter(({ textContent }) => textContent === words);
const link = (words: string) =>
  waitFor(() => {
    const [found] = linksOf(words);
    if (!found) throw new Error(`No link says ${words}.`);
    return found;
  });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('before it is known what the page in front is about', () => {
  const frame = (props: Partial<DigestViewProps>, background: Background) => (
    <DigestView
      background={background}
      layout="popup"
      open={() => undefined}
      tabPaper={null}
      remembered={null}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => undefined}
      around={around}
      {...props}
    />
  );
  const background = () =>
    fakeBackground({
      unread: async () => oneUnread,
      latest: async () => ({ papers: [listed(nextScale)], status }),
      search: async ({ query }) => answerOf(query),
    });

  it('has the search box in use, and no tab that may not stay', async () => {
    const asked = background();
    const { rerender } = render(frame({ isWaiting: true }, asked));
    expect(document.activeElement).toBe(box());
    await waitFor(() => expect(asked.unread).toHaveBeenCalled());
    expect(screen.queryAllByRole('tab')).toEqual([]);
    expect(screen.queryByRole('tabpanel')).toBeNull();
    rerender(frame({ isWaiting: false, tabPaper: onPaper }, asked));
    expect(selected()).toBe('On this page');
    expect(document.activeElement).toBe(box());
    expect(asked.unread).toHaveBeenCalledTimes(1);
  });

  it('searches for what was typed before it was drawn, and the next letter goes on from there', async () => {
    const onRemember = vi.fn();
    const asked = background();
    const remembered = { tab: 'latest', query: 'older words' } as const;
    const typed = { typed: 'tok', remembered, onRemember };
    const { rerender } = render(frame({ ...typed, isWaiting: true }, asked));
    const input = box() as HTMLInputElement;
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['tok', 3, 3]);
    const search = expect.objectContaining({ query: 'tok' });
    await waitFor(() => expect(asked.search).toHaveBeenCalledWith(search));
    expect(onRemember).not.toHaveBeenCalled();
    rerender(frame({ ...typed, isWaiting: false, tabPaper: onPaper }, asked));
    await waitFor(() => expect(onRemember).toHaveBeenCalledWith({ tab: 'latest', query: 'tok' }));
  });
});

describe('news', () => {
  const oldest = alerted(nextScale, { told: '2026-11-14T08:00:00.000Z', passed: 20 });
  const away: UnreadAnswer = {
    total: 2,
    topics: [
      {
        topic,
        unread: [alerted(lumen), oldest],
        below: [listed(paperOf('2511.00001', 'Too Few Upvotes'))],
        earlier: [],
      },
    ],
  };

  it('says what matched, or what was passed, and folds what is below the limit', async () => {
    show({ unread: async () => away });
    await screen.findByText('Matches: tokenizer');
    expect(screen.getByText('Passed 20 upvotes (now 1)')).toBeTruthy();
    expect(screen.getByText('1 more, below your limit').closest('details')?.open).toBe(false);
  });

  it('of many days is summed up, shown by day, and marked read from the old end', async () => {
    const { background } = show({ unread: async () => away });
    await screen.findByText('10 days: 2 in 1 topic');
    fireEvent.click(await button('By day'));
    await screen.findByText('today · 1');
    expect(screen.getByText('14 Nov 2026 · 1')).toBeTruthy();
    fireEvent.click(await button('Mark older than 7 days read'));
    expect(background.markRead).toHaveBeenCalledWith({ ids: [nextScale.id], read: true });
    await screen.findByText('1 paper marked read');
    fireEvent.click(await button('Undo'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [nextScale.id], read: false });
  });

  it('tells why a topic has a paper, or not', async () => {
    const topicReasons = async (): Promise<TopicReasons[]> => [
      {
        topic,
        matches: false,
        told: null,
        checks: [
          { kind: 'words', field: 'any', words: 'tokenizer', without: false, holds: true },
          { kind: 'limit', least: 60, has: 48, holds: false },
        ],
      },
    ];
    show({ topicReasons });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Why in my topics, or not?'));
    await screen.findByText('“tokenizers” doesn’t have this paper');
    const [has, hasNot] = screen.getAllByRole('listitem').filter((one) => one.dataset.verdict);
    expect(has?.textContent).toBe('Yes: “tokenizer” in title, abstract or key terms');
    expect(hasNot?.textContent).toBe('No: your limit: at least 60 upvotes (now 48)');
  });
});

describe('the first view', () => {
  it('has the cursor in the search box', async () => {
    show();
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it.each([
    ['on a paper, this page', onPaper, oneUnread, 'On this page'],
    ['else what is unread', null, oneUnread, 'Unread 1'],
    ['else the latest', null, nothingUnread, 'Latest'],
  ] as const)('is, %s', async (_, tabPaper, unread, tab) => {
    show({ unread: async () => unread }, { tabPaper });
    await waitFor(() => expect(selected()).toBe(tab));
  });

  it('is as it was left', async () => {
    show({}, { remembered: { tab: 'topics', query: 'tokeniz' } });
    expect((box() as HTMLInputElement).value).toBe('tokeniz');
    await link(lumen.title);
    type('');
    await waitFor(() => expect(selected()).toBe('Topics'));
  });

  it('is remembered as it is left', async () => {
    const { onRemember } = show();
    type('tok');
    await waitFor(() =>
      expect(onRemember).toHaveBeenLastCalledWith({ tab: 'unread', query: 'tok' }),
    );
    type('');
    await waitFor(() => expect(onRemember).toHaveBeenLastCalledWith({ tab: 'unread', query: '' }));
  });
});

describe('search', () => {
  it('shows exact results before similar spellings, the matches marked', async () => {
    show();
    type('lumen');
    await link(lumen.title);
    const exact = within(screen.getByRole('list', { name: 'Results' }));
    const similar = within(screen.getByRole('list', { name: 'Similar spellings' }));
    expect(exact.getByRole('link').querySelector('mark')?.textContent).toBe('Lumen');
    expect(similar.getByRole('link').textContent).toBe(nextScale.title);
    expect(screen.getByText('2 papers')).toBeTruthy();
  });

  it('drops an answer that a later question has overtaken', async () => {
    const slow = deferred<SearchAnswer>();
    show({
      search: ({ query }) =>
        query === 'to'
          ? slow.promise
          : Promise.resolve(answerOf(query, { results: [resultOf(nextScale)] })),
    });
    type('to');
    type('tok');
    await link(nextScale.title);
    // Whatever the late answer brings is drawn when this is over.
    await act(async () => {
      slow.settle(answerOf('to'));
      await slow.promise;
    });
    expect(linksOf(lumen.title)).toEqual([]);
  });

  it('says of a last answer that the next is on its way', async () => {
    const slow = deferred<SearchAnswer>();
    const none = { total: 0, results: [] };
    show({
      search: ({ query }) =>
        query === 'qu' ? Promise.resolve(answerOf(query, none)) : slow.promise,
    });
    const said = async () =>
      (await screen.findByText('Nothing matches “qu” on this computer.', { selector: '.state p' }))
        .closest('[data-answers]')
        ?.getAttribute('aria-busy');
    type('qu');
    expect(await said()).toBe('false');
    type('quo');
    expect(await said()).toBe('true');
    slow.settle(answerOf('quo', none));
    await screen.findByText('Nothing matches “quo” on this computer.', { selector: '.state p' });
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  });

  it('is moved through by arrows, opened by Enter, in the background with Ctrl', async () => {
    const { open } = show();
    type('lumen');
    const first = await link(lumen.title);
    const second = await link(nextScale.title);
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: 'ArrowUp' });
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(box());

    const url = 'https://arxiv.org/abs/2511.08892';
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(open).toHaveBeenLastCalledWith(url, { background: false });
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    expect(open).toHaveBeenLastCalledWith(url, { background: true });
    fireEvent.click(first, { metaKey: true });
    expect(open).toHaveBeenLastCalledWith(url, { background: true });
  });

  it('opens nothing of the letters before', async () => {
    const slow = deferred<SearchAnswer>();
    const { open } = show({
      search: ({ query }) => (query === 'lum' ? Promise.resolve(answerOf(query)) : slow.promise),
    });
    type('lum');
    await link(lumen.title);
    type('lumen');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(open).not.toHaveBeenCalled();
    slow.settle(answerOf('lumen', { results: [resultOf(nextScale)] }));
    await link(nextScale.title);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('leaves the keys of an input method to it', async () => {
    const { open } = show();
    type('lumen');
    await link(lumen.title);
    for (const key of ['Enter', 'Escape', 'ArrowDown']) {
      fireEvent.keyDown(box(), { key, isComposing: true });
      fireEvent.keyDown(box(), { key, keyCode: 229 });
    }
    expect(open).not.toHaveBeenCalled();
    expect(box()).toHaveProperty('value', 'lumen');
    expect(document.activeElement).toBe(box());
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('opens the one paper whose id was pasted', async () => {
    show({
      search: async ({ query }) =>
        answerOf(query, {
          total: 1,
          results: [resultOf(lumen)],
          pasted: { arxivId: lumen.arxivId, doi: null },
        }),
    });
    type('2511.08892');
    const details = await button(`Details: ${lumen.title}`);
    expect(details.getAttribute('aria-expanded')).toBe('true');
  });

  it('takes the place of a pasted paper that is not here', async () => {
    show({
      search: async ({ query }) =>
        answerOf(query, { total: 0, results: [], pasted: { arxivId: '2404.02905', doi: null } }),
    });
    type('https://arxiv.org/abs/2404.02905');
    await screen.findByText('2404.02905 is not on this computer.');
    expect((await link('Open on arXiv')).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2404.02905',
    );
  });

  it('offers how a word may go on, and goes on in the box', async () => {
    show({
      search: async ({ query }) =>
        answerOf(query, { completions: query === 'lum' ? ['lumen', 'luminous'] : [] }),
    });
    type('lum');
    const offered = within(await screen.findByRole('list', { name: 'Suggestions' }));
    const buttons = offered.getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['lumen', 'luminous']);
    buttons[1]?.focus();
    fireEvent.click(buttons[1] as HTMLElement);
    expect((box() as HTMLInputElement).value).toBe('luminous');
    expect(document.activeElement).toBe(box());
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Suggestions' })).toBeNull());
  });

  it('asks what was meant by a word that nothing has', async () => {
    show({ search: async ({ query }) => answerOf(query, { meant: 'lumen', completions: ['no'] }) });
    type('lumne');
    const offered = within(await screen.findByRole('list', { name: 'Did you mean' }));
    expect(offered.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['lumen']);
  });

  it('offers other places when there is nothing, saying that the words leave', async () => {
    show({ search: async ({ query }) => answerOf(query, { total: 0, results: [] }) });
    type('a&b');
    await screen.findByText(/these words then leave this computer/);
    expect((await link('Search arXiv')).getAttribute('href')).toBe(
      'https://arxiv.org/search/?query=a%26b&searchtype=all',
    );
    expect((await link('Search Hugging Face')).getAttribute('href')).toBe(
      'https://huggingface.co/papers?q=a%26b',
    );
  });

  it('says what in the query is not understood, and shows more on asking', async () => {
    const { background } = show({
      search: async ({ query }) =>
        answerOf(query, { total: 60, problems: [{ code: 'bad-date', text: 'year:' }] }),
    });
    type('year: x');
    await screen.findByText(/^“year:” is not a date/);
    fireEvent.click(await button('Show more'));
    await waitFor(() =>
      expect(background.search).toHaveBeenLastCalledWith(
        expect.objectContaining({ offset: 0, limit: 40 }),
      ),
    );
  });

  it('is emptied by Escape before anything closes', async () => {
    show();
    type('lumen');
    await link(lumen.title);
    expect(fireEvent.keyDown(box(), { key: 'Escape' })).toBe(false);
    await waitFor(() => expect((box() as HTMLInputElement).value).toBe(''));
    expect(fireEvent.keyDown(box(), { key: 'Escape' })).toBe(true);
  });
});

describe('unread papers', () => {
  it('stand by topic, and are marked read together with a way back', async () => {
    const { background } = show();
    await link(lumen.title);
    fireEvent.click(await button('Mark all read'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [lumen.id], read: true });
    await screen.findByText('1 paper marked read');
    expect(background.unread).toHaveBeenCalledTimes(2);
    fireEvent.click(await button('Undo'));
    await waitFor(() =>
      expect(background.markRead).toHaveBeenLastCalledWith({ ids: [lumen.id], read: false }),
    );
  });

  it('that come after others were marked read can be marked too', async () => {
    const unread = [alerted(nextScale)];
    let news = oneUnread;
    const { background } = show({ unread: async () => news, markRead: async () => null });
    await link(lumen.title);
    news = { total: 1, topics: [{ topic, unread, below: [], earlier: [] }] };
    fireEvent.click(await button('Mark all read'));
    await screen.findByText('1 paper marked read');
    fireEvent.click(await button('Mark all read'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [nextScale.id], read: true });
  });

  it('say what failed and try again', async () => {
    const unread = vi.fn(failing('The store is closed.') as Background['unread']);
    show({ unread }, { remembered: { tab: 'unread', query: '' } });
    await screen.findByText('The store is closed.');
    unread.mockImplementation(async () => oneUnread);
    fireEvent.click(await button('Try again'));
    await link(lumen.title);
  });
});

describe('topics', () => {
  const atTopics = { remembered: { tab: 'topics', query: '' } } as const;

  it('show what would match before one is made, and similar spellings apart', async () => {
    const { background } = show({ follow: async (made) => ({ ...topic, ...made }) }, atTopics);
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: 'tokenizer video' },
    });
    await screen.findByText('4 in the last 30 days');
    await screen.findByText('Similar spellings (not part of a topic): tokeniser');
    const count = () => document.querySelector('.preview')?.getAttribute('aria-busy');
    expect(count()).toBe('false');
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: 'tokenizer videos' },
    });
    expect(count()).toBe('true');
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: 'tokenizer video' },
    });
    await waitFor(() => expect(count()).toBe('false'));
    expect(background.follow).not.toHaveBeenCalled();
    fireEvent.click(await button('Follow'));
    await waitFor(() =>
      expect(background.follow).toHaveBeenCalledWith({
        name: 'tokenizer video',
        query: 'tokenizer video',
      }),
    );
    await waitFor(() => expect(screen.queryByText('Follow a topic')).toBeNull());
  });

  it('can be tried before they are followed: weeks, newest, and a budget', async () => {
    const { background } = show({ follow: async () => topic }, atTopics);
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: 'tokenizer' },
    });
    await screen.findByText('About 2 a week');
    expect(screen.getByText('Week of 10 Nov 2026: 3')).toBeTruthy();
    const slider = screen.getByRole('slider');
    expect(slider.getAttribute('aria-valuetext')).toBe('All of them');
    fireEvent.input(slider, { target: { value: '0' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('About 1 a week');
    expect(screen.getByText(/Those with at least 6 upvotes: about 1 a week/)).toBeTruthy();
    expect(screen.getByText('Week of 17 Nov 2026: 0, and 1 below your limit')).toBeTruthy();
    await waitFor(() =>
      expect(background.previewTopic).toHaveBeenLastCalledWith({ query: 'tokenizer', least: 6 }),
    );
    fireEvent.click(screen.getByLabelText('Count on the badge'));
    fireEvent.click(await button('Follow'));
    expect(background.follow).toHaveBeenCalledWith({
      name: 'tokenizer',
      query: 'tokenizer',
      least: 6,
      quiet: true,
    });
  });

  const likePreview: LikePreview = {
    least: 41,
    weeks: [{ from: '2026-11-17', upvotes: [90, 50, 42, 30, 25] }],
    count: 3,
    matches: [listed(nextScale)],
    examples: [listed(lumen)],
    strongest: ['tokenizer', 'video'],
    weakest: ['clips'],
  };

  it('can be papers like one, taught by answers and by words struck out', async () => {
    const { background } = show({
      previewLike: async () => likePreview,
      follow: async () => topic,
      undoFollow: async () => null,
    });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Follow papers like this…'));
    await screen.findByText('About 3 a week');
    const asked = () => vi.mocked(background.previewLike).mock.lastCall?.[0].like;
    expect(asked()).toEqual({ examples: [lumen.id], not: [], struck: [] });
    fireEvent.click(await button(`Not this: ${nextScale.title}`));
    fireEvent.click(await button('Strike out “tokenizer”'));
    await button('Count “tokenizer” again');
    await waitFor(() =>
      expect(asked()).toEqual({
        examples: [lumen.id],
        not: [nextScale.id],
        struck: ['tokenizer'],
      }),
    );
    fireEvent.click(await button('Follow'));
    expect(background.follow).toHaveBeenCalledWith({
      name: lumen.title,
      query: '',
      like: { examples: [lumen.id], not: [nextScale.id], struck: ['tokenizer'] },
      least: 41,
    });
    fireEvent.click(await button('Undo'));
    expect(background.undoFollow).toHaveBeenCalledWith({ id: topic.id });
  });

  it('of papers like one are followed with the limit of what is chosen now', async () => {
    const later = deferred<LikePreview>();
    const { background } = show({
      previewLike: ({ like }) =>
        like.struck.length === 0 ? Promise.resolve(likePreview) : later.promise,
      follow: async () => topic,
    });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Follow papers like this…'));
    fireEvent.click(await button('Strike out “tokenizer”'));
    await button('Count “tokenizer” again');
    fireEvent.click(await button('Follow'));
    expect(background.follow).not.toHaveBeenCalled();
    later.settle({ ...likePreview, least: 17 });
    await waitFor(() =>
      expect(background.follow).toHaveBeenCalledWith(expect.objectContaining({ least: 17 })),
    );
  });

  it('of papers like one keep their last example', async () => {
    const { background } = show({ previewLike: async () => likePreview });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Follow papers like this…'));
    fireEvent.click(await button(`Like these: ${nextScale.title}`));
    fireEvent.click(await button(`Remove “${lumen.title}” from the examples`));
    const asked = () => vi.mocked(background.previewLike).mock.lastCall?.[0].like.examples;
    await waitFor(() => expect(asked()).toEqual([nextScale.id]));
    expect(screen.queryByRole('button', { name: /from the examples$/ })).toBeNull();
  });

  it('are not made from a query with a problem, nor by an event that is not the reader’s', async () => {
    const previewTopic = async () => ({
      problem: { code: 'only-without' as const, text: '-without' },
      count: 0,
      matches: [],
      similarSpellings: [],
      below: { count: 0, matches: [] },
      weeks: [],
    });
    show({ previewTopic }, atTopics);
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: '-without' },
    });
    await screen.findByText(/^This query only says what to leave out/);
    expect((await button('Follow')).getAttribute('aria-disabled')).toBe('true');
    cleanup();

    const { background } = show({}, { ...atTopics, around: { ...around, trusts: () => false } });
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Matches papers with all of'), {
      target: { value: 'tokenizer' },
    });
    fireEvent.click(await button('Follow'));
    expect(background.follow).not.toHaveBeenCalled();
  });

  it('are unfollowed with a way back, and edited in place', async () => {
    const { background } = show(
      { unfollow: async () => null, restoreTopic: async () => null, editTopic: async () => topic },
      atTopics,
    );
    fireEvent.click(await button('Unfollow “tokenizers”'));
    await screen.findByText('Unfollowed “tokenizers”');
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(background.restoreTopic).toHaveBeenCalledWith({ topic }));
    fireEvent.click(await button('Edit “tokenizers”'));
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'codes' } });
    fireEvent.click(await button('Save changes'));
    await waitFor(() =>
      expect(background.editTopic).toHaveBeenCalledWith({
        id: 't1',
        name: 'codes',
        query: 'tokenizer',
      }),
    );
  });
});

describe('the status', () => {
  it('says when the digest was checked and checks now', async () => {
    const checkNow = vi.fn(async () => status);
    const { background } = show({ checkNow });
    await screen.findByText(/^Checked \d\d:10 · newest papers Friday$/);
    fireEvent.click(await button('Check now'));
    expect(checkNow).toHaveBeenCalled();
    await button('Check now');
    expect(background.unread).toHaveBeenCalledTimes(2);
  });

  it('says why checking failed', async () => {
    show({ checkNow: failing('Daily Papers did not answer.') });
    fireEvent.click(await button('Check now'));
    await screen.findByText('Daily Papers did not answer.');
  });
});

it('moves between its tabs by arrows', async () => {
  show();
  await link(lumen.title);
  const tab = screen.getByRole('tab', { selected: true });
  tab.focus();
  fireEvent.keyDown(tab, { key: 'ArrowRight' });
  await waitFor(() => expect(selected()).toBe('Latest'));
  expect(document.activeElement?.textContent).toBe('Latest');
});

it('keeps the place of "On this page" in the side panel and says when there is none', async () => {
  show({}, { layout: 'side' });
  fireEvent.click(screen.getByRole('tab', { name: 'On this page' }));
  await screen.findByText('This page is not about a paper Kindred knows.');
});

it.each(['page', 'unread', 'latest', 'topics'] as const)(
  'has nothing for axe to find: %s',
  async (tab) => {
    show({}, { tabPaper: onPaper, remembered: { tab, query: '' } });
    await waitFor(() => expect(screen.getByRole('tabpanel').querySelector('li')).toBeTruthy());
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);
