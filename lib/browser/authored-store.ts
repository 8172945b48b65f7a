/** Authored data in `storage.local`, one key a kind. */
import { browser } from 'wxt/browser';
import {
  type Authored,
  type AuthoredKind,
  type AuthoredStore,
  authoredKinds,
  type KindRules,
} from '../authored/authored.ts';
import { readStored } from '../authored/read-stored.ts';
import { newerData } from '../messages/failure.ts';
import { authoredKey } from './authored-key.ts';

/** As much of a storage area as is used. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const kinds = Object.keys(authoredKinds) as AuthoredKind[];
/** What was there before a migration, or could not be read: kept until it happens again. */
const keptKeyOf = (kind: AuthoredKind) => `${authoredKey(kind)}.kept`;

/** `rules` are today's unless a test brings others. */
export function authoredStore(
  area: StorageArea = browser.storage.local,
  rules: { [K in AuthoredKind]: KindRules<Authored[K]> } = authoredKinds,
): AuthoredStore {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  async function read<K extends AuthoredKind>(kind: K) {
    const key = authoredKey(kind);
    const stored = (await area.get(key))[key];
    return { stored, ...readStored(rules[kind] as KindRules<Authored[K]>, stored) };
  }

  return {
    async get(kind) {
      return (await read(kind)).data;
    },
    update: (kind, change) =>
      inTurn(async () => {
        const { data, stored, keep, newer } = await read(kind);
        const changed = change(data);
        if (changed === data && (newer || !keep)) return data;
        if (newer) throw newerData();
        const { version } = rules[kind];
        await area.set({
          ...(keep ? { [keptKeyOf(kind)]: stored } : {}),
          [authoredKey(kind)]: { version, data: changed },
        });
        return changed;
      }),
    updateSeveral: (several, change) =>
      inTurn(async () => {
        const found = await Promise.all(
          several.map(async (kind) => [kind, await read(kind)] as const),
        );
        // What one kind says is compared with another: none is changed by half of the truth.
        if (found.some(([, { newer }]) => newer)) throw newerData();
        const data = Object.fromEntries(found.map(([kind, { data }]) => [kind, data]));
        const changed = change(data as never) as Record<string, unknown>;
        const items = found.flatMap(([kind, { stored, keep }]) => [
          ...(keep && kind in changed ? [[keptKeyOf(kind), stored] as const] : []),
          ...(kind in changed
            ? [[authoredKey(kind), { version: rules[kind].version, data: changed[kind] }] as const]
            : []),
        ]);
        if (items.length > 0) await area.set(Object.fromEntries(items));
        return { ...data, ...changed } as never;
      }),
    clear: () =>
      inTurn(() => area.remove(kinds.flatMap((kind) => [authoredKey(kind), keptKeyOf(kind)]))),
  };
}
