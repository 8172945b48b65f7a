/** The names of a version that live outside its code, read from a browser it runs in. */
import { readdirSync } from 'node:fs';
import type { Manifest } from '../browsers/build-copy.ts';
import type { ExtensionApi } from '../browsers/extension-browser.ts';
import type { Session } from '../e2e/session.ts';
import type { RecordedNames } from './fixture.ts';
import type { Databases, StorageDump } from './in-page.ts';

/** Gives the extension a site and notifications, which a user gives in a prompt of the browser. */
export function withSites(manifest: Manifest): void {
  const hosts = manifest.host_permissions as string[];
  manifest.host_permissions = [...hosts, 'https://openreview.net/*'];
  manifest.permissions = [...(manifest.permissions as string[]), 'notifications'];
  manifest.optional_permissions = [];
}

const recordedPrefix = 'recorded.';

/** Runs before the background: browsers list neither menu items nor what was shown or set before. */
export const recorder = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const record = (name, place, idOf) => {
    const create = place.create.bind(place);
    const ids = new Set();
    place.create = (...given) => {
      ids.add(idOf(given[0]));
      void api.storage.session.set({ ['${recordedPrefix}' + name]: [...ids].sort() });
      return create(...given);
    };
  };
  record('menuItems', api.contextMenus, (item) => item.id);
  record('alarms', api.alarms, (name) => name);
  record('notifications', api.notifications, (id) => id);
}
`;

/** The ids that were recorded, and the storage without them. */
export function recordedIds(storage: StorageDump): { storage: StorageDump; ids: RecordedIds } {
  const session = { ...storage.session };
  const take = (name: string) => {
    const ids = session[recordedPrefix + name];
    if (!Array.isArray(ids)) throw new Error(`Nothing was recorded of ${name}.`);
    delete session[recordedPrefix + name];
    return ids as string[];
  };
  const ids = {
    menuItems: take('menuItems'),
    alarms: take('alarms'),
    notifications: take('notifications'),
  };
  return { storage: { ...storage, session }, ids };
}

type RecordedIds = Pick<RecordedNames, 'menuItems' | 'alarms' | 'notifications'>;

interface Recorded {
  databases: Databases;
  storage: StorageDump;
  exported: string;
  ids: RecordedIds;
}

interface Registered {
  id: string;
  js?: string[];
  css?: string[];
  matches?: string[];
}

/** Returns only the shape of the databases. */
export const shapesOf = (databases: Databases): RecordedNames['databases'] =>
  Object.fromEntries(
    Object.entries(databases).map(([name, { version, stores }]) => [
      name,
      {
        version,
        stores: Object.fromEntries(
          Object.entries(stores).map(([store, { records: _, ...shape }]) => [store, shape]),
        ),
      },
    ]),
  );

/** Fields of a JSON document, and of all entries of each of its lists. */
export function fieldsOf(document: object): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => {
      const entries: object[] = Array.isArray(value) ? value : [value];
      const fields = entries.flatMap((entry) =>
        Object(entry) === entry ? Object.keys(entry) : [],
      );
      return [name, [...new Set(fields)].sort()];
    }),
  );
}

/** Ids and hashes differ from one record to the next: the kinds of names do not. */
const kindOf = (key: string) => key.replace(/^(followed|topic|read|told|met)\..+$/, '$1.*');
const kinds = (items: object) => [...new Set(Object.keys(items).map(kindOf))].sort();

export async function namesOf(session: Session, recorded: Recorded): Promise<RecordedNames> {
  const { databases, storage, exported, ids } = recorded;
  const registered = (await session.browser.inExtension(
    (api) =>
      (
        api as ExtensionApi & {
          scripting: { getRegisteredContentScripts(): Promise<unknown> };
        }
      ).scripting.getRegisteredContentScripts(),
    null,
  )) as Registered[];
  return {
    databases: shapesOf(databases),
    local: kinds(storage.local),
    session: kinds(storage.session),
    sync: kinds(storage.sync),
    ...ids,
    registeredScripts: registered.map(({ id, js = [], css = [], matches = [] }) => ({
      id,
      files: [...js, ...css],
      matches,
    })),
    exportedFile: fieldsOf(JSON.parse(exported)),
    files: readdirSync(session.build?.folder ?? '', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?:[\w-]+\.html|sites\.js|content-scripts\/.*)$/.test(file))
      .filter((file) => file !== 'control.html')
      .sort(),
  };
}
