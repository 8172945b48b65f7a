/**
 * Where a benchmark's figures go: to the terminal, and with `--write` into docs/benchmarks.md, each
 * benchmark in its own part.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const opening = `# Benchmarks

Written by \`npm run bench\`, \`bench:quality\`, \`bench:browser\` and \`bench:ui\`, each with
\`-- --write\`. Ratios within a table compare what ran in one run on one machine; milliseconds of
different runs do not compare. What is loaded when, and why the index is as it is: ranking.md.
`;

const parts: string[] = [];

/** Prints a table or a paragraph and keeps it for `writeReport`. */
export function report(text: string): void {
  process.stdout.write(`${text}\n\n`);
  parts.push(text);
}

/** Prints lines as they come, and keeps them for `writeReport` as they stand. */
export function reportLines(text: string): void {
  process.stdout.write(text);
  const last = parts.at(-1);
  if (last?.startsWith('```')) parts[parts.length - 1] = `${last.slice(0, -3)}${text}\`\`\``;
  else parts.push(`\`\`\`text\n${text.trimStart()}\`\`\``);
}

/** A table in Markdown; the first row is its heading. */
export function table(rows: string[][]): string {
  const [head = [], ...body] = rows;
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

/** What ran where, in a sentence. `versions`: further names and versions. */
export function machine(versions: string[] = []): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  const names = [`Node ${process.versions.node}`, ...versions].join(', ');
  return `${day}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory}, ${process.platform}; ${names}.`;
}

/** The version of a package of this project, as package.json names it. */
export function versionOf(name: string): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text);
  return `${name} ${dependencies[name] ?? devDependencies[name]}`;
}

/** With `--write`, puts what was reported in the place of this benchmark's part of the file. */
export function writeReport(heading: string): void {
  if (!process.argv.includes('--write')) return;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const others = before.split(/\n(?=## )/).filter((part) => !part.startsWith(`## ${heading}\n`));
  const [head = opening, ...rest] = others;
  const own = `## ${heading}\n\n${parts.join('\n\n')}\n`;
  const sections = [...rest.map((part) => part.trim()), own.trim()].sort();
  writeFileSync(file, `${[head.trim(), ...sections].join('\n\n')}\n`);
}
