/** Parses and migrates stored values, version by version; a value that does not parse is kept aside. */
import * as v from 'valibot';
import type { KindRules } from './user-data.ts';

interface ParsedStored<T> {
  data: T;
  /** Back up the stored value before overwriting it: it was migrated, or did not parse. */
  keep: boolean;
  /** A newer version wrote the value: `data` is the part this version understands. Do not overwrite. */
  newer?: boolean;
}

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.safeInteger()),
  data: v.unknown(),
});

/** Parses `{version, data}`; undefined is a kind that was never written. Never throws. */
export function parseStored<T>(rules: KindRules<T>, stored: unknown): ParsedStored<T> {
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
  const parsed = v.safeParse(rules.schema, data);
  const newer = version > rules.version;
  if (parsed.success) return { data: parsed.output, keep: !isCurrent, newer };
  return { data: rules.salvage(data), keep: true, newer };
}
