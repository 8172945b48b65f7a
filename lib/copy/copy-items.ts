/**
 * How a copy lies in the browser's account: one item a topic (`topic.ID`, with the moment of its
 * last change; null where it was given up), and of each computer, by a name of its own, what was
 * read and announced (`read.NAME.0` to `.7`, `told.NAME.0` to `.7`): a short hash and a moment after
 * the other. For of an item that two computers write at once the account keeps one; so each writes
 * the marks that no other has written. `copy` names the version, and the moment at which a reader
 * ended the copying everywhere.
 */
import * as v from 'valibot';
import { topicEntry } from '../digest/formats/kindred-file.ts';
import type { Moment } from '../paper/paper.ts';
import { makeTopic, shownTopic } from '../topics/topic.ts';
import { canonical } from './canonical.ts';
import { later, type SharedCopy } from './shared-copy.ts';
import { hashDigits, hashLength } from './short-hash.ts';

/** Items of the account by key. */
export type Items = Record<string, unknown>;

export interface ItemsChange {
  set: Items;
  remove: string[];
}

/** What the account holds. */
export interface ReadItems {
  copy: SharedCopy;
  /** A later Kindred wrote it: it is left alone. */
  newer: boolean;
  /** When a reader deleted the copy for all computers. */
  ended: Moment | null;
}

const version = 1;
const headKey = 'copy';
const topicPrefix = 'topic.';
const markKey = /^(?:read|told)\.([0-9a-z]{1,12})\.[0-7]$/;
/** Milliseconds since 1970 by 36, until the year 2059. */
const momentLength = 8;
const toldLength = hashLength + momentLength;
const readLength = toldLength + 1;

const headSchema = v.object({
  version: v.number(),
  ended: v.fallback(v.nullish(v.pipe(v.string(), v.isoTimestamp())), null),
});
const datedSchema = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  value: v.unknown(),
});

/** The item a topic lies in. */
export const topicKey = (id: string): string => topicPrefix + id;
/** The item a mark of a computer lies in. */
export const markItemKey = (kind: 'read' | 'told', computer: string, hash: string): string =>
  `${kind}.${computer}.${hashDigits.indexOf(hash.charAt(0)) >> 3}`;
/** Characters a mark takes in its item. */
export const markLength = { read: readLength, told: toldLength };

/** Bytes of an item as the browsers count them: its key and its JSON, in which Chromium escapes `<`. */
export function itemBytes(key: string, value: unknown): number {
  const json = JSON.stringify(value).replace(/[<\u2028\u2029]/g, '\\u0000');
  return new TextEncoder().encode(key + json).length;
}

/** The copy as the items of a computer. */
export function itemsOf(copy: SharedCopy, computer: string): Items {
  const items: Items = { [headKey]: { version } };
  for (const [id, { at, value }] of Object.entries(copy.topics)) {
    items[topicKey(id)] = { at, value };
  }
  const add = (kind: 'read' | 'told', hash: string, mark: string) => {
    const key = markItemKey(kind, computer, hash);
    items[key] = `${items[key] ?? ''}${hash}${mark}`;
  };
  for (const hash of Object.keys(copy.told).sort()) add('told', hash, digitsOf(copy.told[hash]));
  for (const hash of Object.keys(copy.read).sort()) {
    const entry = copy.read[hash];
    if (entry) add('read', hash, digitsOf(entry.at) + (entry.value ? '1' : '0'));
  }
  return items;
}

/** The items with marks, by the computer that wrote them. */
export function markItems(items: Items): Map<string, Items> {
  const marks = Object.entries(items).filter(([key]) => markKey.test(key));
  const byComputer = Map.groupBy(marks, ([key]) => markKey.exec(key)?.[1] ?? '');
  return new Map([...byComputer].map(([computer, own]) => [computer, Object.fromEntries(own)]));
}

/** What puts an end to the copying on every computer. */
export function endingItems(present: Items, now: Moment): ItemsChange {
  const remove = Object.keys(present).filter((key) => key !== headKey && isOurs(key));
  return { set: { [headKey]: { version, ended: now } }, remove };
}

/** What is to be written so that the account holds `wanted`, and of ours nothing that is not `kept`. */
export function itemsChange(present: Items, wanted: Items, kept: Items): ItemsChange {
  const set = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => !saysTheSame(key, present[key], value)),
  );
  const remove = Object.keys(present).filter(
    (key) => isOurs(key) && wanted[key] === undefined && kept[key] === undefined,
  );
  return { set, remove };
}

/** A topic with fields that only a newer version knows is not written again without them. */
function saysTheSame(key: string, present: unknown, wanted: unknown): boolean {
  if (canonical(present) === canonical(wanted)) return true;
  const read = (item: unknown) => readItems({ [key]: item }).copy.topics;
  const [known] = Object.values(read(present));
  return known !== undefined && canonical(read(present)) === canonical(read(wanted));
}

/** Reads items, leaving out what is not as Kindred writes it. Never throws. */
export function readItems(items: Items): ReadItems {
  const head = v.safeParse(headSchema, items[headKey]);
  const copy: SharedCopy = { topics: {}, read: {}, told: {} };
  const newer = head.success && head.output.version > version;
  const ended = head.success ? (head.output.ended ?? null) : null;
  if (newer) return { copy, newer, ended };
  for (const [key, item] of Object.entries(items)) {
    if (key.startsWith(topicPrefix)) readTopicItem(key.slice(topicPrefix.length), item, copy);
    else if (markKey.test(key) && typeof item === 'string') {
      if (key.startsWith('told')) readTold(item, copy);
      else readRead(item, copy);
    }
  }
  return { copy, newer, ended };
}

function readTopicItem(id: string, item: unknown, copy: SharedCopy): void {
  const dated = v.safeParse(datedSchema, item);
  if (!dated.success || id === '__proto__') return;
  const { at, value } = dated.output;
  if (value === null) {
    copy.topics[id] = { at, value };
    return;
  }
  const topic = topicEntry(value);
  if (topic?.id === id) copy.topics[id] = { at, value: shownTopic(makeTopic(topic)) };
}

function readTold(item: string, copy: SharedCopy): void {
  for (let from = 0; from + toldLength <= item.length; from += toldLength) {
    const at = momentOf(item.slice(from + hashLength, from + toldLength));
    const hash = item.slice(from, from + hashLength);
    const before = copy.told[hash];
    if (at !== null && (before === undefined || at < before)) copy.told[hash] = at;
  }
}

function readRead(item: string, copy: SharedCopy): void {
  for (let from = 0; from + readLength <= item.length; from += readLength) {
    const at = momentOf(item.slice(from + hashLength, from + toldLength));
    if (at === null) continue;
    const hash = item.slice(from, from + hashLength);
    const entry = { at, value: item.charAt(from + toldLength) === '1' };
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
