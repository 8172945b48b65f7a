/** Where a fixture of stored state is, and how its files are read and written. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BrowserName } from '../browsers/find.ts';
import type { Databases, StorageDump } from './in-page.ts';
import type { OldMessage } from './old-messages.ts';

export const storedVersion = '0.1';

/** What the version answered when its state was read, by which a later version is compared. */
export interface RecordedAnswers {
  /** The moment of the record, by the extension's clock. */
  at: string;
  badge: string;
  papers: number;
  listedPapers: number;
  lastCheck: string | null;
  /** Ids of unread papers by topic. */
  unread: { topic: string; ids: string[] }[];
  topics: unknown[];
  settings: unknown;
  ignored: unknown[];
  readingList: { id: string; title: string; read: boolean }[];
  /** Searches and the ids they find, in order. */
  searches: { query: string; ids: string[] }[];
  /** Pages and the ids of related papers, in order. */
  related: { page: unknown; state: string; ids: string[] }[];
  /** Ids by group of the list by day. */
  days: { group: string; ids: string[] }[];
  sync: unknown;
  notifications: unknown;
  feeds: unknown;
}

/** Names that live outside the code: what the browser or the user keeps of them survives an update. */
export interface RecordedNames {
  databases: Record<string, { version: number; stores: Record<string, unknown> }>;
  local: string[];
  session: string[];
  sync: string[];
  alarms: string[];
  menuItems: string[];
  registeredScripts: { id: string; files: string[]; matches: string[] }[];
  notifications: string[];
  /** Fields of the exported file, and of an entry of each of its lists. */
  exportedFile: Record<string, string[]>;
  /** Files of the build that addresses, scripts or the user name. */
  files: string[];
}

export interface StoredState {
  databases: Databases;
  storage: StorageDump;
  answers: RecordedAnswers;
  names: RecordedNames;
  messages: OldMessage[];
  /** The exported file of topics and marks. */
  exported: string;
  /** The exported digest. */
  digest: string;
}

export const fixtureFolder = fileURLToPath(
  new URL(`../fixtures/stored-${storedVersion}`, import.meta.url),
);

const filesOf = (browser: BrowserName) => {
  const file = (name: string) => join(fixtureFolder, browser, name);
  return {
    databases: file('databases.json.gz'),
    storage: file('storage.json'),
    answers: file('answers.json'),
    names: file('names.json'),
    messages: file('messages.json'),
    exported: file('topics-and-marks.json'),
    digest: file('digest.jsonl.gz'),
  };
};

/** How many segments the index has. */
export function segmentsIn(databases: Databases): number {
  const records = databases.kindred?.stores.index?.records ?? [];
  const manifest = records.find(({ key }) => key === 'manifest')?.value as { $bytes: string };
  return JSON.parse(Buffer.from(manifest.$bytes, 'base64').toString('utf8')).segments.length;
}

const packed = (text: string) => gzipSync(text, { level: 9 });
const unpacked = (file: string) => gunzipSync(readFileSync(file)).toString('utf8');
const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

export function writeFixture(browser: BrowserName, state: StoredState): void {
  const files = filesOf(browser);
  mkdirSync(join(fixtureFolder, browser), { recursive: true });
  writeFileSync(files.databases, packed(JSON.stringify(state.databases)));
  writeFileSync(files.digest, packed(state.digest));
  writeFileSync(files.exported, state.exported);
  for (const part of ['storage', 'answers', 'names', 'messages'] as const) {
    writeFileSync(files[part], asJson(state[part]));
  }
}

export function readFixture(browser: BrowserName): StoredState {
  const files = filesOf(browser);
  return {
    databases: JSON.parse(unpacked(files.databases)),
    digest: unpacked(files.digest),
    exported: readFileSync(files.exported, 'utf8'),
    storage: json(files.storage),
    answers: json(files.answers),
    names: json(files.names),
    messages: json(files.messages),
  };
}
