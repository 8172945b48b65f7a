/** Stored values to data of the current version, one step at a time, losing nothing silently. */
import * as v from 'valibot';
import type { KindRules } from './authored.ts';

export interface ReadStored<T> {
  data: T;
  /** The stored value is to be kept aside before it is written over: it was older or not whole. */
  keep: boolean;
  /** A newer version wrote it: `data` is what this version understands, and must not replace it. */
  newer?: boolean;
}

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.safeInteger()),
  data: v.unknown(),
});

/** Reads `{version, data}`; undefined is a kind that was never written. Never throws. */
export function readStored<T>(rules: KindRules<T>, stored: unknown): ReadStored<T> {
  if (stored === undefined) return { data: rules.empty(), keep: false };
  const envelope = v.safeParse(envelopeSchema, stored);
  if (!envelope.success) return { data: rules.empty(), keep: true };
  let { version, data } = envelope.output;
  const isCurrent = version === rules.version;
  while (version < rules.version) {
    const migrate = rules.migrations[version];
    if (!migrate) return { data: rules.empty(), keep: true };
    try {
      data = migrate(data);
    } catch {
      return { data: rules.empty(), keep: true };
    }
    version += 1;
  }
  const read = v.safeParse(rules.schema, data);
  const newer = version > rules.version;
  if (read.success) return { data: read.output, keep: !isCurrent, newer };
  return { data: rules.salvage(data), keep: true, newer };
}
