/**
 * What the user made, by kind, as it is kept: each kind with its version, so that a later
 * Kindred can read what an earlier one wrote.
 */
import * as v from 'valibot';
import type { SavedOnlyPaper, StoredMarks } from '../marks/marks.ts';
import type { StoredMute } from '../mutes/mute-rule.ts';
import type { PaperId } from '../paper/paper.ts';
import { type ParsedQuery, queryVersion } from '../query/parsed-query.ts';
import { type SyncState, syncOff, syncStateSchema } from '../sync/sync-state.ts';
import type { Moment } from '../time/days.ts';
import {
  type NotificationSettings,
  notificationSettingsSchema,
  notificationsOff,
} from '../topics/notification-settings.ts';
import type { StoredAlert, StoredPending, StoredTopic } from '../topics/stored-topics.ts';
import type { Settings } from './settings.ts';

export interface Install {
  id: string;
  /** This install's place in the three hours between checks, in milliseconds. */
  offset: number;
  installedAt: Moment;
}

/** What an import of userData data replaced, so that it can be taken back. */
export interface UserDataUndo {
  name: string;
  topics: StoredTopic[];
  marks: Record<PaperId, StoredMarks>;
  settings: Settings;
  /** Ids of topics that it made. These and what follows are absent in what an earlier Kindred kept. */
  madeTopics?: string[] | undefined;
  shelf?: Record<PaperId, SavedOnlyPaper> | undefined;
  refused?: Record<string, Moment> | undefined;
  ignored?: StoredMute[] | undefined;
}

export interface UserData {
  topics: StoredTopic[];
  marks: Record<PaperId, StoredMarks>;
  alerts: Record<PaperId, StoredAlert>;
  waiting: Record<PaperId, StoredPending>;
  shelf: Record<PaperId, SavedOnlyPaper>;
  /** Papers that sites are not about, by site and paper, with when the user said so. */
  refused: Record<string, Moment>;
  /** What panels leave out. What topics leave out is theirs. */
  ignored: StoredMute[];
  settings: Settings;
  install: Install | null;
  undo: UserDataUndo | null;
  copying: SyncState;
  notices: NotificationSettings;
}

export type UserDataKind = keyof UserData;

/** Where userData data is kept. Rejects with the storage's own error when it cannot be used. */
export interface UserDataStore {
  get<K extends UserDataKind>(kind: K): Promise<UserData[K]>;
  /**
   * Replaces a kind by what `change` makes of it and answers that. Changes wait for one another;
   * nothing is written when `change` gives back what it was given.
   */
  update<K extends UserDataKind>(
    kind: K,
    change: (data: UserData[K]) => UserData[K],
  ): Promise<UserData[K]>;
  /**
   * Replaces several kinds, all of them or none; those that `change` leaves out stay. Answers them
   * as they are then.
   */
  updateSeveral<K extends UserDataKind>(
    kinds: readonly K[],
    change: (data: Pick<UserData, K>) => Partial<Pick<UserData, K>>,
  ): Promise<Pick<UserData, K>>;
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

const likeSchema = v.object({
  examples: v.array(v.string()),
  not: v.array(v.string()),
  struck: v.array(v.string()),
});
const modelSchema = v.object({
  averageLength: v.number(),
  weights: v.array(v.tuple([v.string(), v.number(), v.string()])),
});

const thingSchema = v.object({
  kind: v.picklist(['word', 'author', 'paper']),
  what: v.string(),
  title: v.fallback(v.optional(v.string()), undefined),
});
const ignoredSchema = v.object({
  thing: thingSchema,
  paper: v.optional(v.object({ id: v.string(), title: v.string() })),
  at: moment,
});

const topicSchema = v.object({
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
const marksSchema = v.object({ read: v.nullable(moment), saved: v.nullable(moment) });
const alertSchema = v.object({
  topics: v.array(v.string()),
  at: moment,
  passed: v.fallback(v.optional(v.record(v.string(), v.number())), undefined),
});
const waitingSchema = v.object({ topics: v.array(v.string()), at: moment });
const shelvedSchema = v.object({
  title: v.string(),
  authors: v.array(v.string()),
  arxivId: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  published: v.nullable(v.string()),
});
const start = v.picklist(['open', 'closed', 'hidden']);
const settingsSchema = v.object({
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
const installSchema = v.object({ id: v.string(), offset: v.number(), installedAt: moment });
const undoSchema = v.object({
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
  const read = v.safeParse(v.object({ ...settingsSchema.entries, panel, readByViewing }), data);
  return read.success ? read.output : defaultSettings();
}

export const userDataKinds: { [K in UserDataKind]: KindRules<UserData[K]> } = {
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
  copying: singleRules(syncStateSchema(v.omit(topicSchema, ['model', 'parsed'])), syncOff),
  notices: singleRules(notificationSettingsSchema, notificationsOff),
};
