/** What the user made, out to a file and in from one. */

import type { ExportedUserData } from '../../import/formats/kindred-file.ts';
import type { ImportResult } from '../../import/import-preview.ts';
import type { Moment } from '../../time/days.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, type Topic, toTopic } from '../../topics/topic.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { muteKey } from '../user-data/mutes.ts';

/** What the user made as the file carries it. */
export async function exportUserData(userData: UserDataStore): Promise<ExportedUserData> {
  const kept = await replaceable(userData);
  return {
    topics: kept.topics.map((topic) => toTopic(parseStoredTopic(topic))),
    marks: Object.entries(kept.marks).map(([id, { read, saved }]) => ({
      id,
      read: read !== null,
      saved: saved !== null,
    })),
    shelf: Object.entries(kept.shelf).map(([id, paper]) => ({ id, ...paper })),
    ignored: kept.ignored,
    refused: Object.entries(kept.refused).map(([key, at]) => {
      const space = key.indexOf(' ');
      return { site: key.slice(0, space), id: key.slice(space + 1), at };
    }),
    settings: kept.settings,
  };
}

/** The kinds that a file replaces parts of. */
async function replaceable(userData: UserDataStore) {
  const [topics, marks, shelf, ignored, refused, settings] = await Promise.all([
    userData.get('topics'),
    userData.get('marks'),
    userData.get('shelf'),
    userData.get('ignored'),
    userData.get('refused'),
    userData.get('settings'),
  ]);
  return { topics, marks, shelf, ignored, refused, settings };
}

/** How much of a file was new. */
export type MergedCounts = Pick<ImportResult, 'topics' | 'marks' | 'ignored'>;

/** Topics of a file that are not among those given. */
export function unknownTopics(
  { topics }: Pick<ExportedUserData, 'topics'>,
  own: readonly Topic[],
): Topic[] {
  const known = new Set(own.flatMap(({ id, query }) => [id, query]));
  // Papers like these have no query; their id alone tells them apart.
  known.delete('');
  return topics.filter(({ id, query }) => !known.has(id) && !known.has(query));
}

/**
 * Merges a file in: topics that are not there yet, marks on top of marks, what is ignored on top of
 * what is, settings the file names. What was there is kept under the name of the undo first.
 */
export async function mergeUserData(
  data: ExportedUserData,
  undo: string,
  userData: UserDataStore,
  now: Moment,
): Promise<MergedCounts> {
  const before = await replaceable(userData);
  const fresh = unknownTopics(data, before.topics);
  // An import that was interrupted and is made again is taken back to before it began.
  await userData.update('undo', (earlier) =>
    earlier?.name === undo
      ? earlier
      : { name: undo, ...before, madeTopics: fresh.map(({ id }) => id) },
  );
  await userData.update('topics', (topics) => [...topics, ...fresh.map(makeTopic)]);
  // What it takes to show a saved paper is there before its mark.
  await userData.update('shelf', (shelf) => ({
    ...Object.fromEntries(data.shelf.map(({ id, ...paper }) => [id, paper])),
    ...shelf,
  }));
  const marks = await mergeMarks(data, userData, now);
  const ignored = await mergeIgnored(data, userData);
  const refused = data.refused.map(({ site, id, at }) => [`${site} ${id}`, at]);
  const toldBefore = Object.keys(before.refused).length;
  const told = await userData.update('refused', (said) => ({
    ...Object.fromEntries(refused),
    ...said,
  }));
  await userData.update('settings', (settings) => ({
    ...settings,
    ...data.settings,
    panel: { ...settings.panel, ...data.settings.panel },
  }));
  return {
    topics: fresh.length,
    marks,
    ignored: ignored + Object.keys(told).length - toldBefore,
  };
}

async function mergeMarks(
  data: ExportedUserData,
  userData: UserDataStore,
  now: Moment,
): Promise<number> {
  let changed = 0;
  await userData.update('marks', (before) => {
    const after = { ...before };
    for (const { id, read, saved } of data.marks) {
      const { read: wasRead = null, saved: wasSaved = null } = before[id] ?? {};
      const joined = {
        read: wasRead ?? (read ? now : null),
        saved: wasSaved ?? (saved ? now : null),
      };
      if (joined.read === wasRead && joined.saved === wasSaved) continue;
      after[id] = joined;
      changed += 1;
    }
    return after;
  });
  return changed;
}

async function mergeIgnored(data: ExportedUserData, userData: UserDataStore): Promise<number> {
  let added = 0;
  await userData.update('ignored', (before) => {
    const known = new Set(before.map(muteKey));
    const fresh = data.ignored.filter((entry) => !known.has(muteKey(entry)));
    added = fresh.length;
    return added === 0 ? before : [...before, ...fresh];
  });
  return added;
}

/** Puts back what an import replaced, if that import is the latest. */
export async function undoUserData(name: string, userData: UserDataStore): Promise<void> {
  const undo = await userData.get('undo');
  if (undo?.name !== name) return;
  // Topics that came by other ways since stay, from another device for one.
  const made = undo.madeTopics && new Set(undo.madeTopics);
  await userData.update('topics', (topics) =>
    made ? topics.filter(({ id }) => !made.has(id)) : undo.topics,
  );
  await userData.update('marks', () => undo.marks);
  await userData.update('settings', () => undo.settings);
  await userData.update('shelf', (shelf) => undo.shelf ?? shelf);
  await userData.update('ignored', (ignored) => undo.ignored ?? ignored);
  await userData.update('refused', (refused) => undo.refused ?? refused);
  await userData.update('undo', () => null);
}
