/**
 * `npm run --silent detect -- --urls FILE | --pages FILE`: the detector's verdicts on addresses or
 * saved pages, one JSON line for each line of input.
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { detect, detectAnywhere } from '../page/detect.ts';
import type { Detection } from '../paper/paper.ts';
import { parsePage } from './parse-page.ts';
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
  let printed = 0;
  for await (const { text, line } of readLines(path)) {
    // Blank lines have a verdict too, so that output and input correspond line by line.
    for (; printed < line - 1; printed++) await printLine(lineOf(null, '', detect('')));
    const url = text.trim();
    await printLine(lineOf(null, url, detect(url)));
    printed++;
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
    const document = await readPage(resolve(folder, value.file), where);
    await printLine(lineOf(value.file, url, detectAnywhere(url ?? '', document)));
  }
}

async function readPage(path: string, where: string): Promise<Document> {
  try {
    return parsePage(await readFile(path));
  } catch {
    throw new InputError(`${where}: the page ${path} cannot be read.`);
  }
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
