// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { alerted, lumen, nextScale } from '../fakes.ts';
import { oneUnread, showDigest, topic } from '../popup/show-digest.tsx';
import { button, link } from '../queries.ts';

afterEach(cleanup);

describe('marking all read', () => {
  it('marks the papers of a topic read together, and undoes that', async () => {
    const { background } = showDigest();
    await link(lumen.title);
    fireEvent.click(await button('Mark all as read'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [lumen.id], read: true });
    await screen.findByText('1 paper marked as read');
    expect(background.unread).toHaveBeenCalledTimes(2);
    fireEvent.click(await button('Undo'));
    await waitFor(() =>
      expect(background.markRead).toHaveBeenLastCalledWith({ ids: [lumen.id], read: false }),
    );
  });

  it('marks papers too that come after others were marked', async () => {
    const unread = [alerted(nextScale)];
    let news = oneUnread;
    const { background } = showDigest({ unread: async () => news, markRead: async () => null });
    await link(lumen.title);
    news = { total: 1, topics: [{ topic, unread, below: [], earlier: [] }] };
    fireEvent.click(await button('Mark all as read'));
    await screen.findByText('1 paper marked as read');
    fireEvent.click(await button('Mark all as read'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [nextScale.id], read: true });
  });
});
