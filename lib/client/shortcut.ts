import { browser } from 'wxt/browser';

const command = '_execute_action';

/** Returns the keys that open Kindred as the browser writes them, `Alt+Shift+K` or `⌃⇧K`; null for none. */
export async function currentShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut || null;
}

/** Opens the browser's page where they are changed. */
export async function openShortcuts(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?(): Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
