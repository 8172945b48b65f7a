// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { around } from '../fakes.ts';
import { showDigest, topic } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the form of a topic', () => {
  const atTopics = { remembered: { tab: 'topics', query: '' } } as const;

  it('previews what would match, and similar spellings apart', async () => {
    const { background } = showDigest(
      { follow: async (made) => ({ ...topic, ...made }) },
      atTopics,
    );
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Match papers with all of'), {
      target: { value: 'tokenizer video' },
    });
    await screen.findByText('4 in the last 30 days');
    await screen.findByText('Similar spellings (not part of the topic): tokenizer');
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

  it('previews weeks, newest papers, and a weekly limit', async () => {
    const { background } = showDigest({ follow: async () => topic }, atTopics);
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Match papers with all of'), {
      target: { value: 'tokenizer' },
    });
    await screen.findByText('About 2 a week');
    expect(screen.getByText('Week of 10 Nov 2026: 3')).toBeTruthy();
    const slider = screen.getByRole('slider');
    expect(slider.getAttribute('aria-valuetext')).toBe('All matches');
    fireEvent.input(slider, { target: { value: '0' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('About 1 a week');
    expect(screen.getByText(/With 6 or more upvotes: about 1 a week/)).toBeTruthy();
    expect(screen.getByText('Week of 17 Nov 2026: 0, and 1 below your limit')).toBeTruthy();
    await waitFor(() =>
      expect(background.previewTopic).toHaveBeenLastCalledWith({ query: 'tokenizer', least: 6 }),
    );
    fireEvent.click(screen.getByLabelText('Count on the icon'));
    fireEvent.click(await button('Follow'));
    expect(background.follow).toHaveBeenCalledWith({
      name: 'tokenizer',
      query: 'tokenizer',
      least: 6,
      quiet: true,
    });
  });

  it('makes no topic of a query with a problem, nor by an event that the user did not cause', async () => {
    const previewTopic = async () => ({
      problem: { code: 'only-without' as const, text: '-without' },
      count: 0,
      matches: [],
      similarSpellings: [],
      below: { count: 0, matches: [] },
      weeks: [],
    });
    showDigest({ previewTopic }, atTopics);
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Match papers with all of'), {
      target: { value: '-without' },
    });
    await screen.findByText(/^This query only excludes words/);
    expect((await button('Follow')).getAttribute('aria-disabled')).toBe('true');
    cleanup();

    const { background } = showDigest(
      {},
      { ...atTopics, around: { ...around, trusts: () => false } },
    );
    fireEvent.click(await button('New topic'));
    fireEvent.input(screen.getByLabelText('Match papers with all of'), {
      target: { value: 'tokenizer' },
    });
    fireEvent.click(await button('Follow'));
    expect(background.follow).not.toHaveBeenCalled();
  });
});
