/**
 * What the reader made, by kind, as it is kept: each kind with its version, so that a later
 * Kindred can read what an earlier one wrote.
 */
import * as v from 'valibot';
import type { IgnoredThing, Settings, Topic } from '../messages/answers.ts';
import type { Moment, Paper, PaperId } from '../paper/paper.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';
import type { LikeModel } from '../topics/likeness.ts';
import { type Copying, copyingSchemaOf, notCopying } from './copying.ts';
import { type Notices, noNotices, noticesSchema } from './notices.ts';

/** A topic with what its query meant when it was written; null where that is to be read again. */
export interface StoredTopic extends Topic {
  parsed: ParsedQuery | null;
  /** What was learned from the examples of `like`; absent where it is still to be learned. */
  model?: LikeModel | undefined;
}

/** When the reader read and saved a paper; null is not. */
export interface StoredMarks {
  read: Moment | null;
  saved: Moment | null;
}

/** A paper that was news for topics. It is unread until its marks say that it was read. */
export interface StoredAlert {
  topics: string[];
  at: Moment;
  /** By topic, the number of upvotes it passed after it was listed. */
  passed?: Record<string, number> | undefined;
}

/** A new paper that matches topics but for its upvotes. */
export interface StoredWaiting {
  topics: string[];
  /** When this computer first saw it listed. */
  at: Moment;
}

/** A saved paper that the digest does not have, as its page told it. */
export type ShelvedPaper = Pick<Paper, 'title' | 'authors' | 'arxivId' | 'doi' | 'published'>;

/** What is ignored in all panels, or in the panel of one paper. */
export interface StoredIgnored {
  thing: IgnoredThing;
  /** Absent for all panels. */
  paper?: { id: PaperId; title: string } | undefined;
  at: Moment;
}

export interface Install {
  id: string;
  /** This install's place in the three hours between checks, in milliseconds. */
  offset: number;
  installedAt: Moment;
}

/** What an import of authored data replaced, so that it can be taken back. */
export interface AuthoredUndo {
  name: string;
  topics: StoredTopic[];
  marks: Record<PaperId, StoredMarks>;
  settings: Settings;
  /** Ids of topics that it made. These and what follows are absent in what an earlier Kindred kept. */
  madeTopics?: string[] | undefined;
  shelf?: Record<PaperId, ShelvedPaper> | undefined;
  refused?: Record<string, Moment> | undefined;
  ignored?: StoredIgnored[] | undefined;
}

export interface Authored {
  topics: StoredTopic[];
  marks: Record<PaperId, StoredMarks>;
  alerts: Record<PaperId, StoredAlert>;
  waiting: Record<PaperId, StoredWaiting>;
  shelf: Record<PaperId, ShelvedPaper>;
  /** Papers that sites are not about, by site and paper, with when the reader said so. */
  refused: Record<string, Moment>;
  /** What panels leave out. What topics leave out is theirs. */
  ignored: StoredIgnored[];
  settings: Settings;
  install: Install | null;
  undo: AuthoredUndo | null;
  copying: Copying;
  notices: Notices;
}

export type AuthoredKind = keyof Authored;

/** Where authored data is kept. Rejects with the storage's own error when it cannot be used. */
export interface AuthoredStore {
  get<K extends AuthoredKind>(kind: K): Promise<Authored[K]>;
  /**
   * Replaces a kind by what `change` makes of it and answers that. Changes wait for one another;
   * nothing is written when `change` gives back what it was given.
   * @throws {FailureError} 'newer' where a newer version wrote the kind
   */
  update<K extends AuthoredKind>(
    kind: K,
    change: (data: Authored[K]) => Authored[K],
  ): Promise<Authored[K]>;
  /**
   * Replaces several kinds, all of them or none; those that `change` leaves out stay. Answers them
   * as they are then.
   * @throws {FailureError} 'newer' where a newer version wrote one of the kinds
   */
  updateSeveral<K extends AuthoredKind>(
    kinds: readonly K[],
    change: (data: Pick<Authored, K>) => Partial<Pick<Authored, K>>,
  ): Promise<Pick<Authored, K>>;
  /** Deletes every kind. */
  clear(): Promise<void>;
}

/** How one kind is read. */
export interface KindRules<T> {
  version: number;
  empty(): T;
  schema: v.GenericSchema<unknown, T>;
  /** What is still good of data that the schema refuses. */
  salvage(data: unknown): T;
  /** By the version it starts from: data of that version to data of the next. */
  migrations: Record<number, (data: unknown) => unknown>;
}

const moment = v.pipe(v.string(), v.isoTimestamp());

// Loose, so that fields which a newer version adds without a new version of the kind stay.
const likeSchema = v.looseObject({
  examples: v.array(v.string()),
  not: v.array(v.string()),
  struck: v.array(v.string()),
});
const modelSchema = v.object({
  averageLength: v.number(),
  weights: v.array(v.tuple([v.string(), v.number(), v.string()])),
});

const thingSchema = v.looseObject({
  kind: v.picklist(['word', 'author', 'paper']),
  what: v.string(),
  title: v.fallback(v.optional(v.string()), undefined),
});
const ignoredSchema = v.looseObject({
  thing: thingSchema,
  paper: v.optional(v.object({ id: v.string(), title: v.string() })),
  at: moment,
});

const topicSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  query: v.string(),
  created: moment,
  least: v.fallback(v.optional(v.number()), undefined),
  quiet: v.fallback(v.optional(v.boolean()), undefined),
  arxiv: v.fallback(v.optional(v.boolean()), undefined),
  like: v.fallback(v.optional(likeSchema), undefined),
  ignored: v.fallback(v.optional(v.array(thingSchema)), undefined),
  model: v.fallback(v.optional(modelSchema), undefined),
  // A parse of another version is dropped and the query read again.
  parsed: v.fallback(
    v.nullable(
      v.custom<ParsedQuery>((value) =>
        v.is(v.object({ version: v.literal(queryVersion), clauses: v.array(v.object({})) }), value),
      ),
    ),
    null,
  ),
});
const marksSchema = v.looseObject({ read: v.nullable(moment), saved: v.nullable(moment) });
const alertSchema = v.looseObject({
  topics: v.array(v.string()),
  at: moment,
  passed: v.fallback(v.optional(v.record(v.string(), v.number())), undefined),
});
const waitingSchema = v.looseObject({ topics: v.array(v.string()), at: moment });
const shelvedSchema = v.looseObject({
  title: v.string(),
  authors: v.array(v.string()),
  arxivId: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  published: v.nullable(v.string()),
});
const start = v.picklist(['open', 'closed', 'hidden']);
const settingsSchema = v.looseObject({
  panel: v.record(v.string(), start),
  readByViewing: v.boolean(),
  theme: v.fallback(v.optional(v.picklist(['auto', 'light', 'dark'])), undefined),
  letterKeys: v.fallback(v.optional(v.boolean()), undefined),
  topicsOnHuggingFace: v.fallback(v.optional(v.boolean()), undefined),
  arxiv: v.fallback(
    v.optional(v.object({ categories: v.array(v.string()), months: v.number() })),
    undefined,
  ),
});
const installSchema = v.looseObject({ id: v.string(), offset: v.number(), installedAt: moment });
const undoSchema = v.looseObject({
  name: v.string(),
  topics: v.array(topicSchema),
  marks: v.record(v.string(), marksSchema),
  settings: settingsSchema,
  madeTopics: v.fallback(v.optional(v.array(v.string())), undefined),
  shelf: v.fallback(v.optional(v.record(v.string(), shelvedSchema)), undefined),
  refused: v.fallback(v.optional(v.record(v.string(), moment)), undefined),
  ignored: v.fallback(v.optional(v.array(ignoredSchema)), undefined),
});

function listRules<T>(schema: v.GenericSchema<unknown, T>): KindRules<T[]> {
  return {
    version: 1,
    empty: () => [],
    schema: v.array(schema),
    salvage: (data) =>
      (Array.isArray(data) ? data : []).flatMap((entry) => {
        const read = v.safeParse(schema, entry);
        return read.success ? [read.output] : [];
      }),
    migrations: {},
  };
}

function recordRules<T>(schema: v.GenericSchema<unknown, T>): KindRules<Record<PaperId, T>> {
  return {
    version: 1,
    empty: () => ({}),
    schema: v.record(v.string(), schema),
    salvage: (data) =>
      Object.fromEntries(
        Object.entries(v.is(v.record(v.string(), v.unknown()), data) ? data : {}).flatMap(
          ([id, entry]) => {
            const read = v.safeParse(schema, entry);
            return read.success ? [[id, read.output]] : [];
          },
        ),
      ),
    migrations: {},
  };
}

function singleRules<T>(schema: v.GenericSchema<unknown, T>, empty: () => T): KindRules<T> {
  return { version: 1, empty, schema, salvage: empty, migrations: {} };
}

const defaultSettings = (): Settings => ({ panel: {}, readByViewing: true });

function salvagedSettings(data: unknown): Settings {
  const panel = v.fallback(settingsSchema.entries.panel, {});
  const readByViewing = v.fallback(v.boolean(), true);
  const read = v.safeParse(
    v.looseObject({ ...settingsSchema.entries, panel, readByViewing }),
    data,
  );
  return read.success ? read.output : defaultSettings();
}

export const authoredKinds: { [K in AuthoredKind]: KindRules<Authored[K]> } = {
  topics: listRules(topicSchema),
  marks: recordRules(marksSchema),
  alerts: recordRules(alertSchema),
  waiting: recordRules(waitingSchema),
  shelf: recordRules(shelvedSchema),
  refused: recordRules(moment),
  ignored: listRules(ignoredSchema),
  settings: { ...singleRules(settingsSchema, defaultSettings), salvage: salvagedSettings },
  install: singleRules(v.nullable(installSchema), () => null),
  undo: singleRules(v.nullable(undoSchema), () => null),
  copying: singleRules(copyingSchemaOf(v.omit(topicSchema, ['model', 'parsed'])), notCopying),
  notices: singleRules(noticesSchema, noNotices),
};
