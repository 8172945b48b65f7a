/** What the reader made, out to a file and in from one. */
import type { AuthoredStore } from '../authored/authored.ts';
import type { AuthoredData } from '../digest/formats/kindred-file.ts';
import type { Moment } from '../paper/paper.ts';
import { readTopic } from '../topics/read-stored.ts';
import { makeTopic, shownTopic } from '../topics/topic.ts';

/** Topics, marks and settings as the file carries them. */
export async function authoredData(authored: AuthoredStore): Promise<AuthoredData> {
  const [topics, marks, settings] = await Promise.all([
    authored.get('topics'),
    authored.get('marks'),
    authored.get('settings'),
  ]);
  return {
    topics: topics.map((topic) => shownTopic(readTopic(topic))),
    marks: Object.entries(marks).map(([id, { read, saved }]) => ({
      id,
      read: read !== null,
      saved: saved !== null,
    })),
    settings,
  };
}

/**
 * Merges a file in: topics that are not there yet, marks on top of marks, settings the file names.
 * What was there is kept under the name of the undo first. Answers how many topics and marks are new.
 */
export async function mergeAuthored(
  data: AuthoredData,
  undo: string,
  authored: AuthoredStore,
  now: Moment,
): Promise<{ topics: number; marks: number }> {
  const [topics, marks, settings] = await Promise.all([
    authored.get('topics'),
    authored.get('marks'),
    authored.get('settings'),
  ]);
  // An import that was interrupted and is made again is taken back to before it began.
  await authored.update('undo', (known) =>
    known?.name === undo ? known : { name: undo, topics, marks, settings },
  );
  const known = new Set(topics.flatMap(({ id, query }) => [id, query]));
  const fresh = data.topics.filter(({ id, query }) => !known.has(id) && !known.has(query));
  await authored.update('topics', (before) => [...before, ...fresh.map(makeTopic)]);
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
  await authored.update('settings', (before) => ({
    ...before,
    ...data.settings,
    panel: { ...before.panel, ...data.settings.panel },
  }));
  return { topics: fresh.length, marks: changed };
}

/** Puts back what an import replaced, if that import is the latest. */
export async function undoAuthored(name: string, authored: AuthoredStore): Promise<void> {
  const undo = await authored.get('undo');
  if (undo?.name !== name) return;
  await authored.update('topics', () => undo.topics);
  await authored.update('marks', () => undo.marks);
  await authored.update('settings', () => undo.settings);
  await authored.update('undo', () => null);
}
