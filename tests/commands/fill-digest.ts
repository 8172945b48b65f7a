/** A digest file becomes the digest of a running extension. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { askExtension } from '../browsers/extension-calls.ts';

/** Characters of one message: browsers limit a message's size. */
const pieceLength = 4_000_000;
const progressMs = 1_000;
const numbers = new Intl.NumberFormat('en-US');

/** The text of a file, gzip or not. */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Imports a text as the options page does, in any format that it recognizes. */
export async function importText(browser: ExtensionBrowser, text: string): Promise<void> {
  const name = 'digest-file';
  for (let held = 0; held < text.length; ) {
    const piece = text.slice(held, held + pieceLength);
    ({ held } = await askExtension(browser, 'giveText', { name, at: held, text: piece }));
  }
  const importing = askExtension(browser, 'applyImport', { name });
  const result = await withProgress(importing, async () => {
    const progress = await askExtension(browser, 'importProgress', {});
    if (!progress || progress.total === 0) return 'Reading the digest file';
    const { stage, done, total } = progress;
    return `Digest file: ${stage} ${numbers.format(done)} of ${numbers.format(total)} papers`;
  });
  console.log(`Imported: ${result.added} papers added, ${result.changed} changed`);
}

/** Waits for `work` and prints how far it is once a second. */
async function withProgress<T>(work: Promise<T>, describe: () => Promise<string>): Promise<T> {
  const ended = work.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, pause(progressMs, false)]))) {
    console.log(await describe().catch(() => 'The extension is busy'));
  }
  return work;
}
