/** Authored data in `storage.local`, one key a kind. */
import { browser } from 'wxt/browser';
import { parseStored } from '../user-data/parse-stored.ts';
import {
  type KindRules,
  type UserData,
  type UserDataKind,
  type UserDataStore,
  userDataKinds,
} from '../user-data/user-data.ts';
import { userDataKey } from './user-data-key.ts';

/** As much of a storage area as is used. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const kinds = Object.keys(userDataKinds) as UserDataKind[];
/** What was there before a migration, or could not be read: kept until it happens again. */
const keptKeyOf = (kind: UserDataKind) => `${userDataKey(kind)}.kept`;

/** `rules` are today's unless a test brings others. */
export function userDataStore(
  area: StorageArea = browser.storage.local,
  rules: { [K in UserDataKind]: KindRules<UserData[K]> } = userDataKinds,
): UserDataStore {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  async function read<K extends UserDataKind>(kind: K) {
    const key = userDataKey(kind);
    const stored = (await area.get(key))[key];
    return { stored, ...parseStored(rules[kind] as KindRules<UserData[K]>, stored) };
  }

  return {
    async get(kind) {
      return (await read(kind)).data;
    },
    update: (kind, change) =>
      inTurn(async () => {
        const { data, stored, keep } = await read(kind);
        const changed = change(data);
        if (changed === data && !keep) return data;
        const { version } = rules[kind];
        await area.set({
          ...(keep ? { [keptKeyOf(kind)]: stored } : {}),
          [userDataKey(kind)]: { version, data: changed },
        });
        return changed;
      }),
    updateSeveral: (several, change) =>
      inTurn(async () => {
        const found = await Promise.all(
          several.map(async (kind) => [kind, await read(kind)] as const),
        );
        const data = Object.fromEntries(found.map(([kind, { data }]) => [kind, data]));
        const changed = change(data as never) as Record<string, unknown>;
        const items = found.flatMap(([kind, { stored, keep }]) => [
          ...(keep && kind in changed ? [[keptKeyOf(kind), stored] as const] : []),
          ...(kind in changed
            ? [[userDataKey(kind), { version: rules[kind].version, data: changed[kind] }] as const]
            : []),
        ]);
        if (items.length > 0) await area.set(Object.fromEntries(items));
        return { ...data, ...changed } as never;
      }),
    clear: () =>
      inTurn(() => area.remove(kinds.flatMap((kind) => [userDataKey(kind), keptKeyOf(kind)]))),
  };
}
