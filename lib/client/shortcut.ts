/** The keys that open Kindred, as the browser has them now. */
import { browser } from 'wxt/browser';

const openKindred = '_execute_action';

/** As the browser writes them: `Alt+Shift+K`, `⌃⇧K`. Null where none are set. */
export async function currentShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === openKindred)?.shortcut || null;
}

/** Opens the browser's page on which they are changed. */
export async function openShortcuts(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?(): Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
