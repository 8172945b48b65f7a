import type { AuthoredStore } from '../authored/authored.ts';
import type { Settings } from '../messages/answers.ts';
import type { Request } from '../messages/contract.ts';

/** How the panel starts on pages of a kind from now on. */
export async function setPanelStart(
  { pageKind, start }: Request<'setPanel'>,
  authored: AuthoredStore,
): Promise<void> {
  await authored.update('settings', (settings) => ({
    ...settings,
    panel: { ...settings.panel, [pageKind]: start },
  }));
}

export function changeSettings(
  changes: Request<'changeSettings'>,
  authored: AuthoredStore,
): Promise<Settings> {
  return authored.update('settings', (settings) => ({
    panel: changes.panel ?? settings.panel,
    readByViewing: changes.readByViewing ?? settings.readByViewing,
  }));
}
