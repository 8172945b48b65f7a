/** The names of a version that live outside its code, read from a browser it runs in. */
import { readdirSync } from 'node:fs';
import type { Manifest } from '../browsers/build-copy.ts';
import type { AlarmSeen, ExtensionApi } from '../browsers/extension-browser.ts';
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

const menusKey = 'recorded.menus';

/** Runs before the background: browsers list neither menu items nor past notifications. */
export const recorder = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const ids = [];
  const { contextMenus } = api;
  const create = contextMenus.create.bind(contextMenus);
  contextMenus.create = (item, ...rest) => {
    ids.push(item.id);
    void api.storage.session.set({ '${menusKey}': ids });
    return create(item, ...rest);
  };
}
`;

/** The storage without what the recorder put there. */
export function recordedMenus(storage: StorageDump): StorageDump & { menus: string[] } {
  const { [menusKey]: menus, ...session } = storage.session;
  if (!Array.isArray(menus)) throw new Error('No menu item was recorded.');
  return { ...storage, session, menus };
}

interface Recorded {
  databases: Databases;
  storage: StorageDump;
  exported: string;
  menus: string[];
  alarms: AlarmSeen[];
}

interface Registered {
  id: string;
  js?: string[];
  css?: string[];
  matches?: string[];
}

const withoutRecords = (databases: Databases): RecordedNames['databases'] =>
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
function fieldsOf(document: object): Record<string, string[]> {
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
  const { databases, storage, exported, menus, alarms } = recorded;
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
    databases: withoutRecords(databases),
    local: kinds(storage.local),
    session: kinds(storage.session),
    sync: kinds(storage.sync),
    alarms: alarms.map(({ name }) => name).sort(),
    menuItems: [...menus].sort(),
    registeredScripts: registered.map(({ id, js = [], css = [], matches = [] }) => ({
      id,
      files: [...js, ...css],
      matches,
    })),
    notification: 'news',
    exportedFile: fieldsOf(JSON.parse(exported)),
    files: readdirSync(session.build?.folder ?? '', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?:[\w-]+\.html|sites\.js|content-scripts\/.*)$/.test(file))
      .filter((file) => file !== 'control.html')
      .sort(),
  };
}
