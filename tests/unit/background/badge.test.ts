import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { unreadAnswer } from '../../../lib/answers/topics/unread.ts';
import { showBadge } from '../../../lib/background/badge.ts';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { shortHash } from '../../../lib/sync/short-hash.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import { MemoryArea } from '../memory-storage-area.ts';
import { paper } from '../search/papers.ts';

async function shown(...[news, failingSince]: Parameters<typeof showBadge>) {
  const title = vi.spyOn(browser.action, 'setTitle').mockResolvedValue(undefined as never);
  const color = vi
    .spyOn(browser.action, 'setBadgeBackgroundColor')
    .mockResolvedValue(undefined as never);
  await showBadge(news, failingSince);
  return {
    text: await browser.action.getBadgeText({}),
    title: title.mock.lastCall?.[0]?.title.split('\n'),
    color: color.mock.lastCall?.[0]?.color,
  };
}

describe('the badge', () => {
  const news = {
    total: 7,
    topics: [
      { name: 'Caches', count: 5 },
      { name: 'Agents', count: 3 },
    ],
  };

  it('has the number, and the topics in its tooltip', async () => {
    const { text, title } = await shown(news, null);
    expect(text).toBe('7');
    expect(title?.slice(1)).toEqual(['Caches: 5', 'Agents: 3']);
  });

  it('looks different while checks have failed for days, and shows since when', async () => {
    const well = await shown(news, null);
    const failing = await shown(news, '2026-03-28');
    expect(failing.text).toBe('!');
    expect(failing.color).not.toBe(well.color);
    expect(failing.title?.at(-1)).toBe(
      'Kindred hasn’t been able to check Daily Papers since 2026-03-28.',
    );
    expect(failing.title).toContain('Caches: 5');
  });
});

describe('a paper that left the badge', () => {
  const now = '2026-03-31T10:00:00.000Z';
  const created = '2026-01-01T00:00:00.000Z';

  it.each([
    ['announced 31 days ago', '2026-02-28T10:00:00.000Z', {}],
    [
      'announced by another device before',
      '2026-03-30T10:00:00.000Z',
      { [shortHash('arxiv:1')]: '2026-03-30T08:00:00.000Z' },
    ],
  ])('stays in the list: %s', async (_, at, told) => {
    const userData = new LocalUserDataStore(new MemoryArea());
    await userData.update('topics', () => [makeTopic({ id: 't', name: '', query: 'x', created })]);
    await userData.update('alerts', () => ({
      'arxiv:1': { topics: ['t'], at },
      'arxiv:2': { topics: ['t'], at: '2026-03-30T10:00:00.000Z' },
    }));
    await userData.update('copying', (copying) => ({ ...copying, told }));
    const digest = {
      get: async (ids: string[]) => ids.map((id) => paper(id.slice(6), 'x')),
      byListing: async () => [],
    };
    const index = async () => ({ match: async () => [] }) as never;
    const answer = await unreadAnswer({ userData, digest, index, now: () => now });
    expect(answer.total).toBe(1);
    expect(answer.topics[0]?.unread.map(({ paper: { id } }) => id).sort()).toEqual([
      'arxiv:1',
      'arxiv:2',
    ]);
  });
});
