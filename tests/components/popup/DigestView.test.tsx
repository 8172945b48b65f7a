// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper/paper.ts';
import type { Topic } from '../../../lib/topics/topic.ts';
import { alerted, lumen, nextScale } from '../fakes.ts';
import { nothingUnread, oneUnread, onPaper, showDigest, topic } from '../popup/show-digest.tsx';
import { button, link, searchBox, selectedTab, typeQuery } from '../queries.ts';

afterEach(cleanup);

describe('the popup before the page in front is known', () => {
  it('focuses the search box and shows no tab that may disappear', async () => {
    const { background, update } = showDigest({}, { isWaiting: true });
    expect(document.activeElement).toBe(searchBox());
    await waitFor(() => expect(background.unread).toHaveBeenCalled());
    expect(screen.queryAllByRole('tab')).toEqual([]);
    expect(screen.queryByRole('tabpanel')).toBeNull();
    update({ isWaiting: false, tabPaper: onPaper });
    expect(selectedTab()).toBe('On this page');
    expect(document.activeElement).toBe(searchBox());
    expect(background.unread).toHaveBeenCalledTimes(1);
  });

  it('searches for what was typed before it was drawn, and appends the next letter', async () => {
    const remembered = { tab: 'latest', query: 'older words' } as const;
    const typed = { typed: 'tok', remembered, isWaiting: true };
    const { background, onRemember, update } = showDigest({}, typed);
    const input = searchBox();
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['tok', 3, 3]);
    const search = expect.objectContaining({ query: 'tok' });
    await waitFor(() => expect(background.search).toHaveBeenCalledWith(search));
    expect(onRemember).not.toHaveBeenCalled();
    update({ isWaiting: false, tabPaper: onPaper });
    await waitFor(() => expect(onRemember).toHaveBeenCalledWith({ tab: 'latest', query: 'tok' }));
  });
});

describe('the first view', () => {
  it('focuses the search box', async () => {
    showDigest();
    await waitFor(() => expect(document.activeElement).toBe(searchBox()));
  });

  it.each([
    ['on a paper, this page', onPaper, oneUnread, 'On this page'],
    ['else what is unread', null, oneUnread, 'Unread 1'],
    ['else the latest', null, nothingUnread, 'Latest'],
  ] as const)('is, %s', async (_, tabPaper, unread, tab) => {
    showDigest({ unread: async () => unread }, { tabPaper });
    await waitFor(() => expect(selectedTab()).toBe(tab));
  });

  it('is restored', async () => {
    showDigest({}, { remembered: { tab: 'topics', query: 'tokeniz' } });
    expect(searchBox().value).toBe('tokeniz');
    await link(lumen.title);
    typeQuery('');
    await waitFor(() => expect(selectedTab()).toBe('Topics'));
  });

  it('is remembered', async () => {
    const { onRemember } = showDigest();
    typeQuery('tok');
    await waitFor(() =>
      expect(onRemember).toHaveBeenLastCalledWith({ tab: 'unread', query: 'tok' }),
    );
    typeQuery('');
    await waitFor(() => expect(onRemember).toHaveBeenLastCalledWith({ tab: 'unread', query: '' }));
  });
});

describe('a notification', () => {
  const caches = { ...topic, id: 't2', name: 'caches', query: 'cache' };
  const ofTopic = (of: Topic, papers: Paper[]) => ({
    ...{ topic: of, unread: papers.map((paper) => alerted(paper)), below: [], earlier: [] },
  });
  const unread = async () => ({
    total: 3,
    topics: [ofTopic(caches, [lumen]), ofTopic(topic, [lumen, nextScale])],
  });
  const answers = { unread, topics: async () => [caches, topic] };
  const form = async () => (await screen.findByLabelText('Name')) as HTMLInputElement;

  it('opens the form of the topic that brought the most by its button for fewer', async () => {
    showDigest(answers, { notification: 'fewer', remembered: { tab: 'topics', query: '' } });
    expect((await form()).value).toBe('tokenizers');
    expect(selectedTab()).toBe('Topics');
    await waitFor(async () => expect(document.activeElement).toBe(await form()));
  });

  it('leads there from the unread papers too, once', async () => {
    showDigest(answers, { notification: 'unread', remembered: { tab: 'unread', query: '' } });
    fireEvent.click(await button('Edit topics'));
    expect((await form()).value).toBe('tokenizers');
    fireEvent.click(screen.getByRole('tab', { name: 'Latest' }));
    fireEvent.click(screen.getByRole('tab', { name: 'Topics' }));
    await button('Edit “tokenizers”');
    expect(screen.queryByLabelText('Name')).toBeNull();
  });

  it('leads to the list of topics where several brought equally many', async () => {
    const equal = async () => ({
      total: 2,
      topics: [ofTopic(caches, [lumen]), ofTopic(topic, [nextScale])],
    });
    showDigest(
      { ...answers, unread: equal },
      { notification: 'fewer', remembered: { tab: 'topics', query: '' } },
    );
    await button('Edit “tokenizers”');
    expect(screen.queryByLabelText('Name')).toBeNull();
  });
});

it('moves between its tabs by arrows', async () => {
  showDigest();
  await link(lumen.title);
  const tab = screen.getByRole('tab', { selected: true });
  tab.focus();
  fireEvent.keyDown(tab, { key: 'ArrowRight' });
  await waitFor(() => expect(selectedTab()).toBe('Latest'));
  expect(document.activeElement?.textContent).toBe('Latest');
});

it('keeps the place of "On this page" in the side panel and says when there is none', async () => {
  showDigest({}, { layout: 'side' });
  fireEvent.click(screen.getByRole('tab', { name: 'On this page' }));
  await screen.findByText('Kindred found no paper on this page.');
});

it.each(['page', 'unread', 'latest', 'topics'] as const)(
  'has nothing for axe to find: %s',
  async (tab) => {
    showDigest({}, { tabPaper: onPaper, remembered: { tab, query: '' } });
    await waitFor(() => expect(screen.getByRole('tabpanel').querySelector('li')).toBeTruthy());
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);
