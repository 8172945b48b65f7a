/**
 * Matches new papers against the topics. Alerts are stored before the papers leave their queue: a
 * background killed in between matches them again, which changes nothing.
 */
import type { DigestStore } from '../digest/store.ts';
import type { Paper, PaperId } from '../paper/paper.ts';
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

interface AlertSources {
  digest: Pick<DigestStore, 'newPapers' | 'ackNewPapers' | 'get' | 'currentIds'>;
  userData: UserDataStore;
  now(): Moment;
}

const batchSize = 1_000;

const alertKinds = ['alerts', 'waiting'] as const;

/** Current ids, in the order of `ids`, and their papers by current id. */
async function currentPapers(
  digest: AlertSources['digest'],
  ids: PaperId[],
): Promise<{ current: PaperId[]; papers: Map<PaperId, Paper> }> {
  const current = await digest.currentIds(ids);
  return {
    current,
    papers: new Map((await digest.get(current)).map((paper) => [paper.id, paper])),
  };
}

/** Matches the oldest papers of the topic queue. Returns their number; 0 when the queue is empty. */
export async function alertNewPapers({ digest, userData, now }: AlertSources): Promise<number> {
  const queued = await digest.newPapers(batchSize);
  if (queued.length === 0) return 0;
  const topics = (await userData.get('topics')).map(parseStoredTopic);
  const checked = topics.length === 0 ? [] : queued.filter(({ kind }) => kind === 'check');
  if (checked.length > 0) {
    const { current, papers } = await currentPapers(
      digest,
      checked.map(({ id }) => id),
    );
    const arrivals = checked.flatMap(({ kind, at }, place) => {
      const paper = papers.get(current[place] ?? '');
      return paper === undefined ? [] : { paper, kind, at };
    });
    await userData.updateSeveral(alertKinds, ({ alerts, waiting }) => {
      const alerted = parseAlerts(alerts);
      const matched = matchCandidates({ topics, arrivals, alerted, now: now() });
      return {
        ...(matched.alerts.length > 0 ? { alerts: addAlerts(alerts, matched.alerts) } : {}),
        ...(matched.waiting.length > 0 ? { waiting: addPending(waiting, matched.waiting) } : {}),
      };
    });
  }
  await digest.ackNewPapers(queued.map(({ key }) => key));
  return queued.length;
}

/** Matches pending papers again, by the upvotes that are stored now. */
export async function alertPendingPapers({ digest, userData, now }: AlertSources): Promise<void> {
  const pending = parsePending(await userData.get('waiting'));
  if (pending.length === 0) return;
  const ids = pending.map(({ work }) => work);
  const { current, papers } = await currentPapers(digest, ids);
  const aliases = new Map(ids.map((id, at) => [id, current[at] ?? id]));
  const topics = (await userData.get('topics')).map(parseStoredTopic);
  await userData.updateSeveral(alertKinds, ({ alerts, waiting }) => {
    const matched = matchPending({
      topics,
      waiting: pending,
      papers,
      alerted: parseAlerts(alerts),
      now: now(),
      alias: (id) => aliases.get(id) ?? id,
    });
    const stillPending = addPending({}, matched.waiting);
    const isSame = JSON.stringify(stillPending) === JSON.stringify(waiting);
    return {
      ...(matched.alerts.length > 0 ? { alerts: addAlerts(alerts, matched.alerts) } : {}),
      ...(isSame ? {} : { waiting: stillPending }),
    };
  });
}
