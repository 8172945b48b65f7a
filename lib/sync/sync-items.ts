/**
 * The items of synced data in the browser's account. One item per topic (`topic.ID`, with the moment of
 * its last change; null where it was deleted). Per device, by its name, which papers are read and
 * announced (`read.NAME.0` to `.7`, `told.NAME.0` to `.7`): pairs of a short hash and a moment. When
 * two devices write one item at once, the account keeps one of them; so each device writes items of
 * its own, with the marks that no other device has written. `copy` has the version, and the moment
 * at which a user turned sync off on all devices.
 */
import * as v from 'valibot';
import type { Moment } from '../time/days.ts';
import { makeTopic, toTopic } from '../topics/topic.ts';
import { topicEntry } from '../topics/topic-entry.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashDigits, hashLength } from './short-hash.ts';
import { later, type SyncedData } from './synced-data.ts';

/** Items of the account by key. */
export type Items = Record<string, unknown>;

export interface ItemsChange {
  set: Items;
  remove: string[];
}

/** The contents of the account. */
interface ReadItems {
  copy: SyncedData;
  /** A later version of Kindred wrote it, so this one must not touch it. */
  newer: boolean;
  /** When a user turned sync off on all devices. */
  ended: Moment | null;
}

const version = 1;
const headKey = 'copy';
const topicPrefix = 'topic.';
const markKey = /^(?:read|told)\.([0-9a-z]{1,12})\.[0-7]$/;
/** Milliseconds since 1970 in base 36, enough until the year 2059. */
const momentLength = 8;
const announcedLength = hashLength + momentLength;
const readLength = announcedLength + 1;

const headSchema = v.object({
  version: v.number(),
  ended: v.fallback(v.nullish(v.pipe(v.string(), v.isoTimestamp())), null),
});
const datedSchema = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  value: v.unknown(),
});

/** The key of a topic's item. */
export const topicKey = (id: string): string => topicPrefix + id;
/** The key of the item that has a device's mark. */
export const markItemKey = (kind: 'read' | 'told', device: string, hash: string): string =>
  `${kind}.${device}.${hashDigits.indexOf(hash.charAt(0)) >> 3}`;
/** The length of a mark in its item, in characters. */
export const markLength = { read: readLength, told: announcedLength };

/** The size of an item as browsers count it: its key and its JSON, in which Chromium escapes `<`. */
export function itemBytes(key: string, value: unknown): number {
  const json = JSON.stringify(value).replace(/[<\u2028\u2029]/g, '\\u0000');
  return new TextEncoder().encode(key + json).length;
}

/** The items that a device writes for synced data. */
export function itemsOf(copy: SyncedData, device: string): Items {
  const items: Items = { [headKey]: { version } };
  for (const [id, { at, value }] of Object.entries(copy.topics)) {
    items[topicKey(id)] = { at, value };
  }
  const add = (kind: 'read' | 'told', hash: string, mark: string) => {
    const key = markItemKey(kind, device, hash);
    items[key] = `${items[key] ?? ''}${hash}${mark}`;
  };
  for (const hash of Object.keys(copy.told).sort()) add('told', hash, digitsOf(copy.told[hash]));
  for (const hash of Object.keys(copy.read).sort()) {
    const entry = copy.read[hash];
    if (entry) add('read', hash, digitsOf(entry.at) + (entry.value ? '1' : '0'));
  }
  return items;
}

/** The items with marks, by device. */
export function markItems(items: Items): Map<string, Items> {
  const marks = Object.entries(items).filter(([key]) => markKey.test(key));
  const byDevice = Map.groupBy(marks, ([key]) => markKey.exec(key)?.[1] ?? '');
  return new Map([...byDevice].map(([device, own]) => [device, Object.fromEntries(own)]));
}

/** The change that turns sync off on every device and empties the account. */
export function endingItems(present: Items, now: Moment): ItemsChange {
  const remove = Object.keys(present).filter((key) => key !== headKey && isOurs(key));
  return { set: { [headKey]: { version, ended: now } }, remove };
}

/** The change after which the account has the items `wanted`, and else only those in `kept`. */
export function itemsChange(present: Items, wanted: Items, kept: Items): ItemsChange {
  const set = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => !isSameItem(key, present[key], value)),
  );
  const remove = Object.keys(present).filter(
    (key) => isOurs(key) && wanted[key] === undefined && kept[key] === undefined,
  );
  return { set, remove };
}

/** Whether an item needs no write. A topic keeps fields that only a newer version knows. */
function isSameItem(key: string, present: unknown, wanted: unknown): boolean {
  if (canonicalJson(present) === canonicalJson(wanted)) return true;
  const topicsOf = (item: unknown) => readItems({ [key]: item }).copy.topics;
  const [known] = Object.values(topicsOf(present));
  return (
    known !== undefined && canonicalJson(topicsOf(present)) === canonicalJson(topicsOf(wanted))
  );
}

/** Parses items and leaves out what is malformed. Never throws. */
export function readItems(items: Items): ReadItems {
  const head = v.safeParse(headSchema, items[headKey]);
  const copy: SyncedData = { topics: {}, read: {}, told: {} };
  const newer = head.success && head.output.version > version;
  const ended = head.success ? (head.output.ended ?? null) : null;
  if (newer) return { copy, newer, ended };
  for (const [key, item] of Object.entries(items)) {
    if (key.startsWith(topicPrefix)) readTopicItem(key.slice(topicPrefix.length), item, copy);
    else if (markKey.test(key) && typeof item === 'string') {
      if (key.startsWith('told')) readAnnounced(item, copy);
      else readRead(item, copy);
    }
  }
  return { copy, newer, ended };
}

function readTopicItem(id: string, item: unknown, copy: SyncedData): void {
  const dated = v.safeParse(datedSchema, item);
  if (!dated.success || id === '__proto__') return;
  const { at, value } = dated.output;
  if (value === null) {
    copy.topics[id] = { at, value };
    return;
  }
  const topic = topicEntry(value);
  if (topic?.id === id) copy.topics[id] = { at, value: toTopic(makeTopic(topic)) };
}

function readAnnounced(item: string, copy: SyncedData): void {
  for (let from = 0; from + announcedLength <= item.length; from += announcedLength) {
    const at = momentOf(item.slice(from + hashLength, from + announcedLength));
    const hash = item.slice(from, from + hashLength);
    const before = copy.told[hash];
    if (at !== null && (before === undefined || at < before)) copy.told[hash] = at;
  }
}

function readRead(item: string, copy: SyncedData): void {
  for (let from = 0; from + readLength <= item.length; from += readLength) {
    const at = momentOf(item.slice(from + hashLength, from + announcedLength));
    if (at === null) continue;
    const hash = item.slice(from, from + hashLength);
    const entry = { at, value: item.charAt(from + announcedLength) === '1' };
    const before = copy.read[hash];
    copy.read[hash] = before === undefined ? entry : later(before, entry);
  }
}

function digitsOf(at: Moment | undefined): string {
  const time = Math.max(0, Date.parse(at ?? '') || 0);
  return time.toString(36).padStart(momentLength, '0').slice(-momentLength);
}

function momentOf(digits: string): Moment | null {
  if (!/^[0-9a-z]+$/.test(digits)) return null;
  return new Date(Number.parseInt(digits, 36)).toISOString();
}

const isOurs = (key: string): boolean =>
  key === headKey || key.startsWith(topicPrefix) || markKey.test(key);
