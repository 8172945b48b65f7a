// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExamplePreview } from '../../../lib/topics/topic-preview.ts';
import { listed, lumen, nextScale } from '../fakes.ts';
import { showDigest, topic } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the form of an example topic', () => {
  const likePreview: ExamplePreview = {
    least: 41,
    weeks: [{ from: '2026-11-17', upvotes: [90, 50, 42, 30, 25] }],
    count: 3,
    matches: [listed(nextScale)],
    examples: [listed(lumen)],
    strongest: ['tokenizer', 'video'],
    weakest: ['clips'],
  };

  it('learns from feedback and from words struck out', async () => {
    const { background } = showDigest({
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
    fireEvent.click(await button('Leave out “tokenizer”'));
    await button('Use “tokenizer” again');
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

  it('keeps its last example', async () => {
    const { background } = showDigest({ previewLike: async () => likePreview });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Follow papers like this…'));
    fireEvent.click(await button(`Like these: ${nextScale.title}`));
    fireEvent.click(await button(`Remove “${lumen.title}” from the examples`));
    const asked = () => vi.mocked(background.previewLike).mock.lastCall?.[0].like.examples;
    await waitFor(() => expect(asked()).toEqual([nextScale.id]));
    expect(screen.queryByRole('button', { name: /from the examples$/ })).toBeNull();
  });
});
