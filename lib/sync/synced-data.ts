import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';

/** A value with the moment at which it was set: of two, the later one wins. */
export interface Dated<T> {
  at: Moment;
  value: T;
}

export interface SyncedData {
  /** By id; null is a deleted topic. */
  topics: Record<string, Dated<Topic | null>>;
  /** By short hash of the paper's id: whether it is read. */
  read: Record<string, Dated<boolean>>;
  /** By short hash of the paper's id: when it was first announced on any device. */
  told: Record<string, Moment>;
}

export const noSyncedData: SyncedData = { topics: {}, read: {}, told: {} };

/** Everything that either side knows. */
export function mergeSyncedData(a: SyncedData, b: SyncedData): SyncedData {
  return {
    topics: mergeEntries(a.topics, b.topics, later),
    read: mergeEntries(a.read, b.read, later),
    told: mergeEntries(a.told, b.told, (one, other) => (one < other ? one : other)),
  };
}

function mergeEntries<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  merge: (one: T, other: T) => T,
): Record<string, T> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [a[key], b[key]];
      return [key, one !== undefined && other !== undefined ? merge(one, other) : (one ?? other)];
    }),
  ) as Record<string, T>;
}

/** The value that was set later; where both were set in one millisecond, the values decide. */
export function later<T>(one: Dated<T>, other: Dated<T>): Dated<T> {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return (canonicalJson(one.value) ?? '') >= (canonicalJson(other.value) ?? '') ? one : other;
}
