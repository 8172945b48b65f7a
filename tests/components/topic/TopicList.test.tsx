// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showDigest, topic } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('topics', () => {
  const atTopics = { remembered: { tab: 'topics', query: '' } } as const;

  it('are unfollowed and restored, and edited in place', async () => {
    const { background } = showDigest(
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
