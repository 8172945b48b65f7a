/** User data by kind, as it is stored: each kind with its version, so that later ones can migrate it. */
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

interface Install {
  id: string;
  /** This install's offset in the three hours between checks, in milliseconds. */
  offset: number;
  installedAt: Moment;
}

/** What an import of user data replaced, to undo it. */
interface UserDataUndo {
  name: string;
  topics: StoredTopic[];
  marks: Record<PaperId, StoredMarks>;
  settings: Settings;
  /** Ids of topics that the import created. Earlier versions stored neither this nor what follows. */
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
  /** Rejected detections, by site and paper, with the moment of the rejection. */
  refused: Record<string, Moment>;
  /** The mutes of panels. Topics store their own. */
  ignored: StoredMute[];
  settings: Settings;
  install: Install | null;
  undo: UserDataUndo | null;
  copying: SyncState;
  notices: NotificationSettings;
}

export type UserDataKind = keyof UserData;

/** The store of user data. Methods reject with the storage's own error when it cannot be used. */
export interface UserDataStore {
  get<K extends UserDataKind>(kind: K): Promise<UserData[K]>;
  /**
   * Replaces a kind with what `change` returns, and returns that. Changes run one after another;
   * nothing is written when `change` returns its argument.
   */
  update<K extends UserDataKind>(
    kind: K,
    change: (data: UserData[K]) => UserData[K],
  ): Promise<UserData[K]>;
  /**
   * Replaces several kinds in one write; kinds that `change` leaves out stay. Returns all of them as
   * they are after the change.
   */
  updateSeveral<K extends UserDataKind>(
    kinds: readonly K[],
    change: (data: Pick<UserData, K>) => Partial<Pick<UserData, K>>,
  ): Promise<Pick<UserData, K>>;
  /** Deletes every kind. */
  clear(): Promise<void>;
}

/** How one kind is parsed. */
export interface KindRules<T> {
  version: number;
  empty(): T;
  schema: v.GenericSchema<unknown, T>;
  /** The valid part of data that does not match the schema. */
  salvage(data: unknown): T;
  /** By version: converts data of that version to the next one. */
  migrations: Record<number, (data: unknown) => unknown>;
}

const moment = v.pipe(v.string(), v.isoTimestamp());

// Loose, so that fields stay which a newer version adds without a new version of the kind.
const examplesSchema = v.looseObject({
  examples: v.array(v.string()),
  not: v.array(v.string()),
  struck: v.array(v.string()),
});
const modelSchema = v.object({
  averageLength: v.number(),
  weights: v.array(v.tuple([v.string(), v.number(), v.string()])),
});

const muteRuleSchema = v.looseObject({
  kind: v.picklist(['word', 'author', 'paper']),
  what: v.string(),
  title: v.fallback(v.optional(v.string()), undefined),
});
const muteSchema = v.looseObject({
  thing: muteRuleSchema,
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
  like: v.fallback(v.optional(examplesSchema), undefined),
  ignored: v.fallback(v.optional(v.array(muteRuleSchema)), undefined),
  model: v.fallback(v.optional(modelSchema), undefined),
  // A query that another version parsed is dropped, and parsed again.
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
const pendingSchema = v.looseObject({ topics: v.array(v.string()), at: moment });
const savedPaperSchema = v.looseObject({
  title: v.string(),
  authors: v.array(v.string()),
  arxivId: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  published: v.nullable(v.string()),
});
const panelStart = v.picklist(['open', 'closed', 'hidden']);
const settingsSchema = v.looseObject({
  panel: v.record(v.string(), panelStart),
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
  shelf: v.fallback(v.optional(v.record(v.string(), savedPaperSchema)), undefined),
  refused: v.fallback(v.optional(v.record(v.string(), moment)), undefined),
  ignored: v.fallback(v.optional(v.array(muteSchema)), undefined),
});

function listRules<T>(schema: v.GenericSchema<unknown, T>): KindRules<T[]> {
  return {
    version: 1,
    empty: () => [],
    schema: v.array(schema),
    salvage: (data) =>
      (Array.isArray(data) ? data : []).flatMap((entry) => {
        const parsed = v.safeParse(schema, entry);
        return parsed.success ? [parsed.output] : [];
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
            const parsed = v.safeParse(schema, entry);
            return parsed.success ? [[id, parsed.output]] : [];
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
  const parsed = v.safeParse(
    v.looseObject({ ...settingsSchema.entries, panel, readByViewing }),
    data,
  );
  return parsed.success ? parsed.output : defaultSettings();
}

export const userDataKinds: { [K in UserDataKind]: KindRules<UserData[K]> } = {
  topics: listRules(topicSchema),
  marks: recordRules(marksSchema),
  alerts: recordRules(alertSchema),
  waiting: recordRules(pendingSchema),
  shelf: recordRules(savedPaperSchema),
  refused: recordRules(moment),
  ignored: listRules(muteSchema),
  settings: { ...singleRules(settingsSchema, defaultSettings), salvage: salvagedSettings },
  install: singleRules(v.nullable(installSchema), () => null),
  undo: singleRules(v.nullable(undoSchema), () => null),
  copying: singleRules(syncStateSchema(v.omit(topicSchema, ['model', 'parsed'])), syncOff),
  notices: singleRules(notificationSettingsSchema, notificationsOff),
};
