/**
 * Kindred's own file, with user data. One JSON document,
 * `{"format": "kindred", "version": 1, "exported": moment, "topics": [{id, name, query, created,
 * least?, quiet?, arxiv?, like?, ignored?}],
 * "marks": [{id, read, saved}], "shelf": [{id, title, authors, arxivId, doi, published}],
 * "ignored": [{thing: {kind, what, title?}, paper?: {id, title}, at}],
 * "refused": [{site, id, at}], "settings": {…}}`. `shelf` has the saved papers that are not in the
 * digest, `ignored` the mutes of panels, `refused` the rejected detections. Fetched data is not in
 * it, and a list that is left out is empty.
 */
import * as v from 'valibot';
import { MAX_CATEGORIES } from '../../digest/feeds/categories.ts';
import type { Marks, SavedOnlyPaper } from '../../marks/marks.ts';
import type { StoredMute } from '../../mutes/mute-rule.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { Topic } from '../../topics/topic.ts';
import { muteRuleSchema, topicSchema } from '../../topics/topic-entry.ts';
import type { Settings } from '../../user-data/settings.ts';
import { RejectedEntries, type RejectedEntry } from './parsed.ts';

/** The version that this Kindred writes. */
const kindredFileVersion = 1;

/** User data in the form of the file. */
export interface ExportedUserData {
  topics: Topic[];
  marks: ({ id: PaperId } & Marks)[];
  /** Saved papers that the digest does not have. */
  shelf: ({ id: PaperId } & SavedOnlyPaper)[];
  /** The mutes of panels. */
  ignored: StoredMute[];
  /** Rejected detections. */
  refused: { site: string; id: PaperId; at: Moment }[];
  /** Settings that the file leaves out stay as they are. */
  settings: Partial<Settings>;
}

type ParsedKindredFile =
  | { ok: true; userData: ExportedUserData; exported: Moment | null; refused: RejectedEntry[] }
  | { ok: false; message: string };

const moment = v.pipe(v.string(), v.isoTimestamp());
const text = (maxLength: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(maxLength));
const panelStarts = v.record(text(80), v.picklist(['open', 'closed', 'hidden']));

const headSchema = v.object({
  format: v.literal('kindred'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const arxivSchema = v.object({
  categories: v.pipe(v.array(text(30)), v.maxLength(MAX_CATEGORIES)),
  months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
});

const bodySchema = v.object({
  exported: v.fallback(v.nullish(moment), null),
  topics: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(10_000)), []),
  marks: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(1_000_000)), []),
  shelf: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(100_000)), []),
  ignored: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(10_000)), []),
  refused: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(10_000)), []),
  settings: v.fallback(
    v.partial(
      v.object({
        panel: v.fallback(v.optional(panelStarts), undefined),
        readByViewing: v.fallback(v.optional(v.boolean()), undefined),
        topicsOnHuggingFace: v.fallback(v.optional(v.boolean()), undefined),
        arxiv: v.fallback(v.optional(arxivSchema), undefined),
      }),
    ),
    {},
  ),
});

const paperId = v.pipe(text(600), v.regex(/^(?:arxiv|doi|title):./));
const ignoredSchema = v.object({
  thing: muteRuleSchema,
  paper: v.optional(v.object({ id: paperId, title: v.pipe(v.string(), v.maxLength(1_000)) })),
  at: moment,
});
const refusedSchema = v.object({
  site: v.pipe(text(60), v.regex(/^\S+$/)),
  id: paperId,
  at: moment,
});
const shelfSchema = v.object({
  id: paperId,
  title: v.pipe(v.string(), v.maxLength(1_000)),
  authors: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100)),
  arxivId: v.nullable(text(40)),
  doi: v.nullable(text(300)),
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
});

const markSchema = v.object({
  id: paperId,
  read: v.optional(v.boolean(), false),
  saved: v.optional(v.boolean(), false),
});

/**
 * Parses such a file. An entry that cannot be read is rejected and the rest kept; a file of a newer
 * version is rejected as a whole, because its meaning is unknown. Never throws.
 */
export function parseKindredFile(file: string): ParsedKindredFile {
  let json: unknown;
  try {
    json = JSON.parse(file.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, message: 'This file is cut off or damaged: it is not complete JSON.' };
  }
  const head = v.safeParse(headSchema, json);
  if (!head.success) return { ok: false, message: 'This is not a file that Kindred exported.' };
  if (head.output.version > kindredFileVersion) {
    return {
      ok: false,
      message: `This file was made by a newer Kindred (its version is ${head.output.version}, this Kindred reads ${kindredFileVersion}). Update Kindred, then import it again.`,
    };
  }
  const body = v.safeParse(bodySchema, json);
  if (!body.success) {
    return { ok: false, message: 'This file is damaged: its topics or marks are not lists.' };
  }
  const rejected = new RejectedEntries();
  const topics = parseList(body.output.topics, topicSchema, 'it is not a topic', rejected);
  const marks = parseList(body.output.marks, markSchema, 'it is not a mark of a paper', rejected);
  const shelf = parseList(body.output.shelf, shelfSchema, 'it is not a saved paper', rejected);
  const ignored = parseList(body.output.ignored, ignoredSchema, 'it is not a mute', rejected);
  const refused = parseList(
    body.output.refused,
    refusedSchema,
    'it does not say which paper a page is not about',
    rejected,
  );
  const settings: Partial<Settings> = JSON.parse(JSON.stringify(body.output.settings));
  return {
    ok: true,
    userData: { topics, marks, shelf, ignored, refused, settings },
    exported: body.output.exported ?? null,
    refused: rejected.all(),
  };
}

function parseList<T>(
  list: unknown[],
  schema: v.GenericSchema<unknown, T>,
  reason: string,
  rejected: RejectedEntries,
): T[] {
  return list.flatMap((entry, at) => {
    const parsed = v.safeParse(schema, entry);
    if (parsed.success) return [parsed.output];
    rejected.add(at + 1, reason, JSON.stringify(entry));
    return [];
  });
}

/** The text of the file, with an entry per line, so that two exports can be compared. */
export function toKindredFile(userData: ExportedUserData, exported: Moment): string {
  const list = (entries: object[]) =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  return `{"format":"kindred","version":${kindredFileVersion},"exported":${JSON.stringify(exported)},
"topics":${list(userData.topics)},
"marks":${list(userData.marks)},
"shelf":${list(userData.shelf)},
"ignored":${list(userData.ignored)},
"refused":${list(userData.refused)},
"settings":${JSON.stringify(userData.settings)}}
`;
}
