/**
 * `npm run digest`: writes the Daily Papers of a range of days to one file, gzipped JSON Lines, and
 * its SHA-256 to another.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { parseDailyPapers } from '../digest/daily-papers-api.ts';
import { mergeRecords, recordOf, resolve } from '../digest/merge.ts';
import { FULL_PAGE_SIZE } from '../digest/update/plan.ts';
import { toJsonLine } from '../import/formats/json-lines.ts';
import type { Claim, DigestRecord, PaperId } from '../paper/paper.ts';
import { addDays, type Day, dayAt, firstListingDay, parseDay, toMoment } from '../time/days.ts';
import { getJson } from './get-json.ts';
import { callersPath, InputError } from './read-papers.ts';
import { printLine, readArguments, runCommand } from './run-command.ts';

const usage = 'npm run --silent digest -- --from DAY --to DAY --out FILE [--service URL]';
const requestGapMs = 1_000;
const maxPages = 10;

await runCommand(async (words) => {
  const { values } = readArguments(
    words,
    {
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
      service: { type: 'string', default: 'https://huggingface.co' },
    },
    usage,
  );
  const from = dayNamed(values.from, 'from');
  const to = dayNamed(values.to, 'to');
  if (values.out === undefined) throw new InputError(`--out is missing.\nUsage: ${usage}`);
  if (from > to) throw new InputError(`--from (${from}) lies after --to (${to}).`);
  if (from < firstListingDay) {
    throw new InputError(`The first Daily Papers are of ${firstListingDay}, not ${from}.`);
  }
  const papers = await papersOf(from, to, values.service);
  const lines = papers.map((paper) => `${toJsonLine(paper)}\n`).join('');
  // gzipSync writes no timestamp, so the same papers make the same file.
  const bytes = gzipSync(lines, { level: 9 });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = callersPath(values.out);
  await writeFile(file, bytes);
  await writeFile(`${file}.sha256`, `${sha256}  ${basename(file)}\n`);
  await printLine({ file: values.out, papers: papers.length, bytes: bytes.length, sha256 });
});

function dayNamed(text: string | undefined, name: string): Day {
  if (text === undefined) throw new InputError(`--${name} is missing.\nUsage: ${usage}`);
  const day = text.length === 10 ? parseDay(text) : null;
  if (day === null)
    throw new InputError(`--${name} takes a day such as 2025-01-31, not "${text}".`);
  return day;
}

/** All papers listed on these days, each once, oldest listing first. */
async function papersOf(from: Day, to: Day, service: string) {
  const records = new Map<PaperId, DigestRecord>();
  const last = [to, dayAt(Date.now())].sort()[0] as Day;
  for (let day = from; day <= last; day = addDays(day, 1)) {
    for (const claim of await claimsOf(day, service)) {
      const record = recordOf(claim);
      if (record === null) continue;
      const before = records.get(record.id);
      records.set(record.id, before ? mergeRecords(before, record) : record);
    }
    process.stderr.write(`${day}: ${records.size} papers\n`);
  }
  return [...records.values()]
    .map(resolve)
    .sort((a, b) => compare(a.listedAt ?? '', b.listedAt ?? '') || compare(a.id, b.id));
}

/** The claims of one day, with the same requests as the update makes, one second apart. */
async function claimsOf(day: Day, service: string): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let page = 0; page < maxPages; page++) {
    const url = new URL(`/api/daily_papers?date=${day}&limit=100&p=${page}`, service);
    const json = await getJson(url);
    await pause(requestGapMs);
    const parsed = parseDailyPapers(json, day, toMoment(Date.now()));
    if ('error' in parsed) throw new InputError(`${url}: ${parsed.error}`);
    claims.push(...parsed.claims);
    const papers = parsed.claims.length + parsed.refused.length;
    if (page === 0 ? papers < FULL_PAGE_SIZE : papers === 0) break;
  }
  return claims;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
