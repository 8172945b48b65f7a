import type { Moment } from '../time/days.ts';
import type { Topic } from '../topics/topic.ts';
import { canonicalJson } from './canonical-json.ts';

/** A value with the moment at which it was set; of two the later holds. */
export interface Dated<T> {
  at: Moment;
  value: T;
}

export interface SyncedData {
  /** By id; null is a topic that was given up. */
  topics: Record<string, Dated<Topic | null>>;
  /** By short hash of the paper's id: whether it is read. */
  read: Record<string, Dated<boolean>>;
  /** By short hash of the work's id: when it was first announced on any device. */
  told: Record<string, Moment>;
}

export const noSyncedData: SyncedData = { topics: {}, read: {}, told: {} };

/** Everything either copy knows. */
export function mergeSyncedData(a: SyncedData, b: SyncedData): SyncedData {
  return {
    topics: joined(a.topics, b.topics, later),
    read: joined(a.read, b.read, later),
    told: joined(a.told, b.told, (one, other) => (one < other ? one : other)),
  };
}

function joined<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  join: (one: T, other: T) => T,
): Record<string, T> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [a[key], b[key]];
      return [key, one !== undefined && other !== undefined ? join(one, other) : (one ?? other)];
    }),
  ) as Record<string, T>;
}

/** The later set; by the value itself where both were set in the same millisecond. */
export function later<T>(one: Dated<T>, other: Dated<T>): Dated<T> {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return (canonicalJson(one.value) ?? '') >= (canonicalJson(other.value) ?? '') ? one : other;
}
