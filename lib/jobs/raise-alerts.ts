/**
 * What arrived, shown to the topics: the alerts are stored before the arrivals leave their queue,
 * so a worker killed in between raises them again, which changes nothing.
 */

import type { DigestStore } from '../digest/store.ts';
import type { Moment } from '../time/days.ts';
import { matchCandidates } from '../topics/alerts.ts';
import { matchPending } from '../topics/pending-by-upvotes.ts';
import {
  addAlerts,
  addPending,
  parseAlerts,
  parsePending,
  parseStoredTopic,
} from '../topics/stored-topics.ts';
import type { UserDataStore } from '../user-data/user-data.ts';

export interface AlertSources {
  digest: Pick<DigestStore, 'arrivals' | 'seen' | 'get' | 'currentIds'>;
  userData: UserDataStore;
  now(): Moment;
}

const arrivalsAtOnce = 1_000;

/** Shows the oldest arrivals to the topics; answers how many, 0 when there were none. */
export async function alertNewPapers({ digest, userData, now }: AlertSources): Promise<number> {
  const queued = await digest.arrivals(arrivalsAtOnce);
  if (queued.length === 0) return 0;
  const topics = (await userData.get('topics')).map(parseStoredTopic);
  const news = topics.length === 0 ? [] : queued.filter(({ kind }) => kind === 'check');
  if (news.length > 0) {
    const current = await digest.currentIds(news.map(({ id }) => id));
    const papers = new Map((await digest.get(current)).map((paper) => [paper.id, paper]));
    const arrivals = news.flatMap(({ kind, at }, place) => {
      const paper = papers.get(current[place] ?? '');
      return paper === undefined ? [] : { paper, kind, at };
    });
    const alerted = parseAlerts(await userData.get('alerts'));
    const { waiting } = matchCandidates({ topics, arrivals, alerted, now: now() });
    if (waiting.length > 0)
      await userData.update('waiting', (stored) => addPending(stored, waiting));
    await userData.update('alerts', (alerts) =>
      addAlerts(
        alerts,
        matchCandidates({ topics, arrivals, alerted: parseAlerts(alerts), now: now() }).alerts,
      ),
    );
  }
  await digest.seen(queued.map(({ place }) => place));
  return queued.length;
}

/** Tests the waiting works by the upvotes stored now. The alerts are stored before the list changes. */
export async function alertPendingPapers({ digest, userData, now }: AlertSources): Promise<void> {
  const waiting = parsePending(await userData.get('waiting'));
  if (waiting.length === 0) return;
  const ids = waiting.map(({ work }) => work);
  const current = await digest.currentIds(ids);
  const aliases = new Map(ids.map((id, place) => [id, current[place] ?? id]));
  const papers = new Map((await digest.get(current)).map((paper) => [paper.id, paper]));
  const request = {
    topics: (await userData.get('topics')).map(parseStoredTopic),
    waiting,
    papers,
    now: now(),
    alias: (id: string) => aliases.get(id) ?? id,
  };
  const alerts = await userData.update('alerts', (stored) =>
    addAlerts(stored, matchPending({ ...request, alerted: parseAlerts(stored) }).alerts),
  );
  const { waiting: still } = matchPending({ ...request, alerted: parseAlerts(alerts) });
  await userData.update('waiting', (stored) => {
    const after = addPending({}, still);
    return JSON.stringify(after) === JSON.stringify(stored) ? stored : after;
  });
}
