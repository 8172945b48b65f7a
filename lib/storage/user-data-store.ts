/** User data in `storage.local`, one item per kind. */
import { browser } from 'wxt/browser';
import { SerialQueue } from '../concurrency/serial-queue.ts';
import { newerData } from '../failure/failure.ts';
import { parseStored } from '../user-data/parse-stored.ts';
import {
  type KindRules,
  type UserData,
  type UserDataKind,
  type UserDataStore,
  userDataKinds,
} from '../user-data/user-data.ts';
import { userDataKey } from './user-data-key.ts';

/** The part of the browser's `StorageArea` that Kindred uses. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

type Rules = { [K in UserDataKind]: KindRules<UserData[K]> };

const kinds = Object.keys(userDataKinds) as UserDataKind[];
/** The item that keeps a value that was migrated, or could not be read, until the next one. */
const backupKey = (kind: UserDataKind) => `${userDataKey(kind)}.kept`;

export class LocalUserDataStore implements UserDataStore {
  readonly #area: StorageArea;
  readonly #rules: Rules;
  readonly #queue = new SerialQueue();

  constructor(area: StorageArea = browser.storage.local, rules: Rules = userDataKinds) {
    this.#area = area;
    this.#rules = rules;
  }

  async get<K extends UserDataKind>(kind: K): Promise<UserData[K]> {
    return (await this.#read(kind)).data;
  }

  update<K extends UserDataKind>(
    kind: K,
    change: (data: UserData[K]) => UserData[K],
  ): Promise<UserData[K]> {
    return this.#queue.run(async () => {
      const { data, stored, keep, newer } = await this.#read(kind);
      const changed = change(data);
      if (changed === data && (newer || !keep)) return data;
      if (newer) throw newerData();
      await this.#area.set(this.#items(kind, changed, keep ? stored : undefined));
      return changed;
    });
  }

  updateSeveral<K extends UserDataKind>(
    kinds: readonly K[],
    change: (data: Pick<UserData, K>) => Partial<Pick<UserData, K>>,
  ): Promise<Pick<UserData, K>> {
    return this.#queue.run(async () => {
      const found = await Promise.all(
        kinds.map(async (kind) => [kind, await this.#read(kind)] as const),
      );
      // The kinds depend on one another, so none changes on the basis of a partly understood one.
      if (found.some(([, { newer }]) => newer)) throw newerData();
      const data = Object.fromEntries(found.map(([kind, { data }]) => [kind, data]));
      const changed = change(data as Pick<UserData, K>);
      const items = found.map(([kind, { stored, keep }]) =>
        kind in changed
          ? this.#items(kind, changed[kind] as UserData[K], keep ? stored : undefined)
          : {},
      );
      const written = Object.assign({}, ...items);
      if (Object.keys(written).length > 0) await this.#area.set(written);
      return { ...data, ...changed } as Pick<UserData, K>;
    });
  }

  clear(): Promise<void> {
    return this.#queue.run(() =>
      this.#area.remove(kinds.flatMap((kind) => [userDataKey(kind), backupKey(kind)])),
    );
  }

  async #read<K extends UserDataKind>(kind: K) {
    const key = userDataKey(kind);
    const stored = (await this.#area.get(key))[key];
    return { stored, ...parseStored(this.#rules[kind] as KindRules<UserData[K]>, stored) };
  }

  /** The items to write for a kind, with a backup of the stored value where one is given. */
  #items<K extends UserDataKind>(kind: K, data: UserData[K], backup: unknown) {
    const { version } = this.#rules[kind];
    return {
      ...(backup === undefined ? {} : { [backupKey(kind)]: backup }),
      [userDataKey(kind)]: { version, data },
    };
  }
}
