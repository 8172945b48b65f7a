// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '../../../lib/topics/topic.ts';
import { alerted, lumen, paperOf } from '../fakes.ts';
import { showDigest, topic } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

const byAda = paperOf('2511.00001', 'Tides of Attention', {
  authors: ['Ada Okafor', 'Bo Wu'],
  keyTerms: ['attention', 'tokenizer', 'long documents'],
});
function popup(of: Topic) {
  let unread = [alerted(byAda, { why: ['attention'] })];
  const { background } = showDigest({
    unread: async () => ({
      total: unread.length,
      topics: [{ topic: of, unread, below: [], earlier: [] }],
    }),
    topics: async () => [of],
    muteInTopic: async ({ ignored }) => {
      unread = ignored ? [] : [alerted(byAda)];
      return null;
    },
    editTopic: async () => of,
  });
  return background;
}

describe('in the list of a topic', () => {
  it('a word that is not in its query is muted, and unmuted although nothing is left', async () => {
    const background = popup(topic);
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Mute…'));
    await screen.findByText('Mute in the topic “tokenizers”');
    expect(screen.queryByRole('button', { name: 'Mute “tokenizer”' })).toBeNull();
    fireEvent.click(await button('Mute “attention”'));
    await screen.findByText('Muted in the topic “tokenizers”: “attention”');
    expect(screen.queryByRole('button', { name: `Details: ${byAda.title}` })).toBeNull();
    fireEvent.click(await button('Undo'));
    await button(`Details: ${byAda.title}`);
    const thing = { kind: 'word', what: 'attention' };
    expect(vi.mocked(background.muteInTopic).mock.calls.map(([asked]) => asked)).toEqual([
      { topic: 't1', thing, ignored: true },
      { topic: 't1', thing, ignored: false },
    ]);
  });

  it('with examples, words of the match are muted, and papers get feedback', async () => {
    const like = { examples: [lumen.id], not: [], struck: [] };
    const background = popup({ ...topic, query: '', like });
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Not this'));
    await screen.findByText(`Excluded: ${byAda.title}`);
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(background.editTopic).toHaveBeenCalledTimes(2));
    expect(vi.mocked(background.editTopic).mock.calls.map(([asked]) => asked.like)).toEqual([
      { ...like, not: [byAda.id] },
      like,
    ]);
    fireEvent.click(await button('More like this'));
    await waitFor(() => expect(background.editTopic).toHaveBeenCalledTimes(3));
    expect(vi.mocked(background.editTopic).mock.lastCall?.[0].like?.examples).toEqual([
      lumen.id,
      byAda.id,
    ]);
    fireEvent.click(await button('Mute…'));
    await button('Mute “attention”');
    expect(screen.queryByRole('button', { name: 'Mute “long documents”' })).toBeNull();
  });
});
