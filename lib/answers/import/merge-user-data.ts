import type { ExportedUserData } from '../../import/formats/kindred-file.ts';
import type { ImportResult } from '../../import/import-preview.ts';
import type { Moment } from '../../time/days.ts';
import { parseStoredTopic } from '../../topics/stored-topics.ts';
import { makeTopic, type Topic, toTopic } from '../../topics/topic.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { muteKey } from '../user-data/mutes.ts';

/** The user data for a file. */
export async function exportUserData(userData: UserDataStore): Promise<ExportedUserData> {
  const stored = await replaceable(userData);
  return {
    topics: stored.topics.map((topic) => toTopic(parseStoredTopic(topic))),
    marks: Object.entries(stored.marks).map(([id, { read, saved }]) => ({
      id,
      read: read !== null,
      saved: saved !== null,
    })),
    shelf: Object.entries(stored.shelf).map(([id, paper]) => ({ id, ...paper })),
    ignored: stored.ignored,
    refused: Object.entries(stored.refused).map(([key, at]) => {
      const space = key.indexOf(' ');
      return { site: key.slice(0, space), id: key.slice(space + 1), at };
    }),
    settings: stored.settings,
  };
}

/** The kinds of user data that a file can change. */
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

/** The number of new entries of each kind. */
type MergedCounts = Pick<ImportResult, 'topics' | 'marks' | 'ignored'>;

/** Topics of a file that are not among the user's own, by id or query. */
export function unknownTopics(
  { topics }: Pick<ExportedUserData, 'topics'>,
  own: readonly Topic[],
): Topic[] {
  const known = new Set(own.flatMap(({ id, query }) => [id, query]));
  // Example topics have no query and differ only by id.
  known.delete('');
  return topics.filter(({ id, query }) => !known.has(id) && !known.has(query));
}

/**
 * Merges a file: adds its topics, marks, saved papers and rules to those that exist, and replaces
 * the settings that it names. What was there is first stored under the name of the undo.
 */
export async function mergeUserData(
  data: ExportedUserData,
  undo: string,
  userData: UserDataStore,
  now: Moment,
): Promise<MergedCounts> {
  const before = await replaceable(userData);
  const fresh = unknownTopics(data, before.topics);
  // An import that was interrupted and repeated is undone to before its first attempt.
  await userData.update('undo', (earlier) =>
    earlier?.name === undo
      ? earlier
      : { name: undo, ...before, madeTopics: fresh.map(({ id }) => id) },
  );
  await userData.update('topics', (topics) => [...topics, ...fresh.map(makeTopic)]);
  // Stored before the marks: a mark without it would be a line without a title.
  await userData.update('shelf', (shelf) => ({
    ...Object.fromEntries(data.shelf.map(({ id, ...paper }) => [id, paper])),
    ...shelf,
  }));
  const marks = await mergeMarks(data, userData, now);
  const ignored = await mergeMutes(data, userData);
  const refused = data.refused.map(({ site, id, at }) => [`${site} ${id}`, at]);
  const rejectedBefore = Object.keys(before.refused).length;
  const rejected = await userData.update('refused', (known) => ({
    ...Object.fromEntries(refused),
    ...known,
  }));
  await userData.update('settings', (settings) => ({
    ...settings,
    ...data.settings,
    panel: { ...settings.panel, ...data.settings.panel },
  }));
  return {
    topics: fresh.length,
    marks,
    ignored: ignored + Object.keys(rejected).length - rejectedBefore,
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

async function mergeMutes(data: ExportedUserData, userData: UserDataStore): Promise<number> {
  let added = 0;
  await userData.update('ignored', (before) => {
    const known = new Set(before.map(muteKey));
    const fresh = data.ignored.filter((entry) => !known.has(muteKey(entry)));
    added = fresh.length;
    return added === 0 ? before : [...before, ...fresh];
  });
  return added;
}

/** Restores what an import replaced, if it is the latest import. */
export async function undoUserData(name: string, userData: UserDataStore): Promise<void> {
  const undo = await userData.get('undo');
  if (undo?.name !== name) return;
  // Topics added since in other ways stay, for example those from another device.
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
