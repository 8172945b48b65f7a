import { describe, expect, it } from 'vitest';
import { badgeText, fireAlarms } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import { exportedPapers } from './rebuilt-index.ts';
import { Session } from './session.ts';

describe('categories of arXiv', () => {
  it('bring papers marked as arXiv’s, only to the topics that watch them', async () => {
    const session = await Session.forTest();
    await session.quiet();
    const feeds = () => session.services.requests.filter(({ host }) => host === 'rss.arxiv.org');
    expect(feeds()).toEqual([]);
    const paper = session.outsider('algebraic number fields');
    await session.ask('follow', { name: 'Listed', query: 'cubic fields' });
    await session.ask('follow', { name: 'Announced', query: 'class groups', arxiv: true });

    await session.ask('changeSettings', { arxiv: { categories: ['math.nt'], months: 3 } });
    const found = await until('the paper', async () =>
      (await exportedPapers(session)).find(({ arxivId }) => arxivId === paper.id),
    );
    expect(found.abstract).toContain('torsion of class groups');
    await session.settled();
    const unread = await session.ask('unread', {});
    expect(unread.topics.map(({ topic, unread: news }) => [topic.name, news.length])).toEqual([
      ['Listed', 0],
      ['Announced', 1],
    ]);
    await until('the badge', async () => (await badgeText(session.browser)) === '1');
    const preview = await session.ask('previewTopic', { query: 'class groups' });
    expect(preview.arxivPerWeek).toBeGreaterThan(0);

    const popup = await session.popup();
    await popup.click({ css: '[role=tab]', text: 'Unread' });
    await popup.see({ css: '.tag', text: 'arXiv' });
    await popup.close();

    // Once a day, however often the background wakes.
    await session.browser.stopWorker();
    await fireAlarms(session.browser);
    await session.checkedAgain();
    expect(feeds()).toHaveLength(1);
  });
});
