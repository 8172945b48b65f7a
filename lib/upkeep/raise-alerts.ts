/**
 * What arrived, shown to the topics: the alerts are stored before the arrivals leave their queue,
 * so a worker killed in between raises them again, which changes nothing.
 */

import type { AuthoredStore } from '../authored/authored.ts';
import type { DigestStore } from '../digest/store.ts';
import type { Moment } from '../paper/paper.ts';
import { raiseAlerts } from '../topics/alerts.ts';
import { alertsOf, readTopic } from '../topics/read-stored.ts';

export interface AlertSources {
  digest: Pick<DigestStore, 'arrivals' | 'seen' | 'get' | 'currentIds'>;
  authored: AuthoredStore;
  now(): Moment;
}

const arrivalsAtOnce = 500;

/** Shows the oldest arrivals to the topics; answers how many, 0 when there were none. */
export async function alertArrivals({ digest, authored, now }: AlertSources): Promise<number> {
  const queued = await digest.arrivals(arrivalsAtOnce);
  if (queued.length === 0) return 0;
  const topics = (await authored.get('topics')).map(readTopic);
  const news = topics.length === 0 ? [] : queued.filter(({ kind }) => kind === 'check');
  if (news.length > 0) {
    const current = await digest.currentIds(news.map(({ id }) => id));
    const papers = new Map((await digest.get(current)).map((paper) => [paper.id, paper]));
    const arrivals = news.flatMap(({ kind, at }, place) => {
      const paper = papers.get(current[place] ?? '');
      return paper === undefined ? [] : { paper, kind, at };
    });
    await authored.update('alerts', (alerts) => {
      const raised = raiseAlerts({ topics, arrivals, alerted: alertsOf(alerts), now: now() });
      if (raised.length === 0) return alerts;
      const after = { ...alerts };
      for (const { work, topicIds, at } of raised) after[work] = { topics: topicIds, at };
      return after;
    });
  }
  await digest.seen(queued.map(({ place }) => place));
  return queued.length;
}
