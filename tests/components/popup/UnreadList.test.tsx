// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UnreadAnswer } from '../../../lib/answers/topics/unread-answer.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import { alerted, failing, listed, lumen, nextScale, paperOf } from '../fakes.ts';
import { oneUnread, showDigest, topic } from '../popup/show-digest.tsx';
import { button, link } from '../queries.ts';

afterEach(cleanup);

describe('unread papers', () => {
  const oldest = alerted(nextScale, { alertedAt: '2026-11-14T08:00:00.000Z', passed: 20 });
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

  it('say what failed and try again', async () => {
    const unread = vi.fn(failing('The store is closed.') as Background['unread']);
    showDigest({ unread }, { remembered: { tab: 'unread', query: '' } });
    await screen.findByText('The store is closed.');
    unread.mockImplementation(async () => oneUnread);
    fireEvent.click(await button('Try again'));
    await link(lumen.title);
  });

  it('say what matched, or what they passed, and fold those below the limit', async () => {
    showDigest({ unread: async () => away });
    await screen.findByText('Matches: tokenizer');
    expect(screen.getByText('Passed 20 upvotes (now 1)')).toBeTruthy();
    expect(screen.getByText('1 more, below your limit').closest('details')?.open).toBe(false);
  });

  it('of many days have a summary, are grouped by day, and marked read from the oldest', async () => {
    const { background } = showDigest({ unread: async () => away });
    await screen.findByText('Last 10 days: 2 new across 1 topic');
    fireEvent.click(await button('By day'));
    await screen.findByText('today · 1');
    expect(screen.getByText('14 Nov 2026 · 1')).toBeTruthy();
    fireEvent.click(await button('Mark older than 7 days as read'));
    expect(background.markRead).toHaveBeenCalledWith({ ids: [nextScale.id], read: true });
    await screen.findByText('1 paper marked as read');
    fireEvent.click(await button('Undo'));
    expect(background.markRead).toHaveBeenLastCalledWith({ ids: [nextScale.id], read: false });
  });
});
