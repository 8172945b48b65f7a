/**
 * `npm run --silent detect -- --urls FILE | --pages FILE`: what the shipped detector says of
 * addresses or saved pages, one JSON line for each line of input.
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { detect, detectAnywhere } from '../page/detect.ts';
import type { Detection } from '../paper/paper.ts';
import { callersPath, InputError, isObject, readJsonLines, readLines } from './read-papers.ts';
import { printLine, readArguments, runCommand } from './run-command.ts';

const usage = 'npm run --silent detect -- --urls FILE | --pages FILE';

await runCommand(async (words) => {
  const { values, positionals } = readArguments(
    words,
    { urls: { type: 'string' }, pages: { type: 'string' } },
    usage,
  );
  const { urls, pages } = values;
  if (positionals.length > 0 || (urls === undefined) === (pages === undefined))
    throw new InputError(`Give either --urls FILE or --pages FILE.\nUsage: ${usage}`);
  if (urls !== undefined) await detectUrls(urls);
  if (pages !== undefined) await detectPages(pages);
});

async function detectUrls(path: string): Promise<void> {
  for await (const { text } of readLines(path)) {
    const url = text.trim();
    await printLine(lineOf(null, url, detect(url)));
  }
}

async function detectPages(path: string): Promise<void> {
  const folder = dirname(callersPath(path));
  for await (const { value, line } of readJsonLines(path)) {
    const where = `${path}, line ${line}`;
    if (!isObject(value) || typeof value.file !== 'string')
      throw new InputError(`${where}: a page is a JSON object with a "file".`);
    const url = value.url ?? null;
    if (url !== null && typeof url !== 'string')
      throw new InputError(`${where}: "url" is not text.`);
    const document = parsePage(await readPage(resolve(folder, value.file), where));
    await printLine(lineOf(value.file, url, detectAnywhere(url ?? '', document)));
  }
}

async function readPage(path: string, where: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return new TextDecoder(charsetOf(plain)).decode(plain);
  } catch {
    throw new InputError(`${where}: the page ${path} cannot be read.`);
  }
}

/** The charset a page names in its first kilobytes, as browsers look for it; UTF-8 else. */
function charsetOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'utf-8';
  }
}

/** linkedom takes the first element for the root, so a page that leaves out `<html>` gets one. */
function parsePage(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

function lineOf(file: string | null, url: string | null, detection: Detection) {
  const paper = detection.kind === 'paper' ? detection.paper : null;
  return {
    file,
    url,
    kind: detection.kind,
    site: detection.site,
    arxivId: paper?.arxivId ?? null,
    doi: paper?.doi ?? null,
    title: paper?.title ?? null,
    abstract: paper?.abstract ?? null,
  };
}
