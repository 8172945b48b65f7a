/** What the reader made, out to a file and in from one. */

import type { ExportedUserData } from '../../import/formats/kindred-file.ts';
import type { ImportResult } from '../../import/import-preview.ts';
import type { Moment } from '../../time/days.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, type Topic, toTopic } from '../../topics/topic.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { muteKey } from '../user-data/mutes.ts';

/** What the reader made as the file carries it. */
export async function exportUserData(authored: UserDataStore): Promise<ExportedUserData> {
  const kept = await replaceable(authored);
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
async function replaceable(authored: UserDataStore) {
  const [topics, marks, shelf, ignored, refused, settings] = await Promise.all([
    authored.get('topics'),
    authored.get('marks'),
    authored.get('shelf'),
    authored.get('ignored'),
    authored.get('refused'),
    authored.get('settings'),
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
  authored: UserDataStore,
  now: Moment,
): Promise<MergedCounts> {
  const before = await replaceable(authored);
  const fresh = unknownTopics(data, before.topics);
  // An import that was interrupted and is made again is taken back to before it began.
  await authored.update('undo', (earlier) =>
    earlier?.name === undo
      ? earlier
      : { name: undo, ...before, madeTopics: fresh.map(({ id }) => id) },
  );
  await authored.update('topics', (topics) => [...topics, ...fresh.map(makeTopic)]);
  // What it takes to show a saved paper is there before its mark.
  await authored.update('shelf', (shelf) => ({
    ...Object.fromEntries(data.shelf.map(({ id, ...paper }) => [id, paper])),
    ...shelf,
  }));
  const marks = await mergeMarks(data, authored, now);
  const ignored = await mergeIgnored(data, authored);
  const refused = data.refused.map(({ site, id, at }) => [`${site} ${id}`, at]);
  const toldBefore = Object.keys(before.refused).length;
  const told = await authored.update('refused', (said) => ({
    ...Object.fromEntries(refused),
    ...said,
  }));
  await authored.update('settings', (settings) => ({
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
  authored: UserDataStore,
  now: Moment,
): Promise<number> {
  let changed = 0;
  await authored.update('marks', (before) => {
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

async function mergeIgnored(data: ExportedUserData, authored: UserDataStore): Promise<number> {
  let added = 0;
  await authored.update('ignored', (before) => {
    const known = new Set(before.map(muteKey));
    const fresh = data.ignored.filter((entry) => !known.has(muteKey(entry)));
    added = fresh.length;
    return added === 0 ? before : [...before, ...fresh];
  });
  return added;
}

/** Puts back what an import replaced, if that import is the latest. */
export async function undoUserData(name: string, authored: UserDataStore): Promise<void> {
  const undo = await authored.get('undo');
  if (undo?.name !== name) return;
  // Topics that came by other ways since stay, from another computer for one.
  const made = undo.madeTopics && new Set(undo.madeTopics);
  await authored.update('topics', (topics) =>
    made ? topics.filter(({ id }) => !made.has(id)) : undo.topics,
  );
  await authored.update('marks', () => undo.marks);
  await authored.update('settings', () => undo.settings);
  await authored.update('shelf', (shelf) => undo.shelf ?? shelf);
  await authored.update('ignored', (ignored) => undo.ignored ?? ignored);
  await authored.update('refused', (refused) => undo.refused ?? refused);
  await authored.update('undo', () => null);
}
