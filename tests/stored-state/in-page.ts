/**
 * What a page of the extension runs to read or write all that the extension stores. Each function is
 * sent to the browser as text, so it uses nothing from outside itself.
 */
import type { ExtensionApi } from '../browsers/extension-browser.ts';

/** A value as JSON. What JSON does not have is an object with one key that begins with `$`. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface StoreDump {
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: Record<
    string,
    { keyPath: string | string[] | null; unique: boolean; multiEntry: boolean }
  >;
  records: { key: Json; value: Json }[];
}

export interface DatabaseDump {
  version: number;
  stores: Record<string, StoreDump>;
}

export type Databases = Record<string, DatabaseDump>;

export interface StorageDump {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  sync: Record<string, unknown>;
}

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
}

/** Reads every database of the extension. */
export async function dumpDatabases(): Promise<Databases> {
  const base64 = (bytes: Uint8Array) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const encoded = (value: unknown): Json => {
    if (value === undefined) return { $undefined: true };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $bytes: base64(bytes), type: value.constructor.name };
    }
    if (Array.isArray(value)) return value.map(encoded);
    if (value === null || typeof value !== 'object') return value as Json;
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      throw new Error(
        `A stored value is a ${value.constructor.name}, which the dump cannot write.`,
      );
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encoded(inner)]));
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const dumps: Databases = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const stores: Record<string, StoreDump> = {};
    const names = [...database.objectStoreNames];
    const transaction = names.length === 0 ? null : database.transaction(names);
    for (const storeName of transaction === null ? [] : names) {
      const store = transaction?.objectStore(storeName) as IDBObjectStore;
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      const indexes: StoreDump['indexes'] = {};
      for (const indexName of store.indexNames) {
        const { keyPath, unique, multiEntry } = store.index(indexName);
        indexes[indexName] = { keyPath, unique, multiEntry };
      }
      stores[storeName] = {
        keyPath: store.keyPath,
        autoIncrement: store.autoIncrement,
        indexes,
        records: keys.map((key, place) => ({ key: encoded(key), value: encoded(values[place]) })),
      };
    }
    dumps[name] = { version: database.version, stores };
    database.close();
  }
  return dumps;
}

/** Makes the databases of a dump; `indexedDB` is the browser's or a fake one. */
export async function restoreDatabases(_: unknown, databases: Databases): Promise<void> {
  const decoded = (value: Json): unknown => {
    if (Array.isArray(value)) return value.map(decoded);
    if (value === null || typeof value !== 'object') return value;
    if ('$undefined' in value) return undefined;
    if ('$bytes' in value) {
      const bytes = Uint8Array.from(atob(value.$bytes as string), (char) => char.charCodeAt(0));
      const make = (globalThis as never)[value.type as string] as new (
        buffer: ArrayBuffer,
      ) => unknown;
      return new make(bytes.buffer);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
  };
  for (const [name, { version, stores }] of Object.entries(databases)) {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name, version);
      opening.onblocked = () => reject(new Error(`The database "${name}" is open elsewhere.`));
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => {
        for (const [storeName, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
          const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
          for (const [indexName, index] of Object.entries(indexes)) {
            store.createIndex(indexName, index.keyPath as string | string[], index);
          }
        }
      };
      opening.onsuccess = () => {
        const database = opening.result;
        const names = Object.keys(stores);
        const transaction = database.transaction(names, 'readwrite');
        transaction.onerror = () => reject(transaction.error);
        transaction.oncomplete = () => {
          database.close();
          resolve();
        };
        for (const storeName of names) {
          const store = transaction.objectStore(storeName);
          for (const { key, value } of stores[storeName]?.records ?? []) {
            if (store.keyPath === null) store.put(decoded(value), decoded(key) as IDBValidKey);
            else store.put(decoded(value));
          }
        }
      };
    });
  }
}

/** Reads the three storage areas. */
export async function dumpStorage(api: ExtensionApi): Promise<StorageDump> {
  const { local, session, sync } = api.storage as unknown as Record<keyof StorageDump, Area>;
  return {
    local: await local.get(null),
    session: await session.get(null),
    sync: await sync.get(null),
  };
}

/** Writes the three storage areas. */
export async function restoreStorage(api: ExtensionApi, dump: StorageDump): Promise<void> {
  const areas = api.storage as unknown as Record<keyof StorageDump, Area>;
  for (const name of ['local', 'session', 'sync'] as const) await areas[name].set(dump[name]);
}
