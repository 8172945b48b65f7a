/**
 * Prints a benchmark's figures and, with `--write`, puts them into docs/benchmarks.md, each benchmark
 * in its own section.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const opening = `# Benchmarks

How good the ranking is and how fast Kindred answers. \`npm run bench\`, \`bench:quality\`, \`bench:browser\` and
\`bench:ui\` write this page, each with \`-- --write\`. Compare figures only within a table: they come from one run on
one machine. [ranking.md](ranking.md) and [search.md](search.md) explain the index.
`;

const parts: string[] = [];

/** Prints a table or a paragraph and collects it for `writeReport`. */
export function report(text: string): void {
  process.stdout.write(`${text}\n\n`);
  parts.push(text);
}

/** Prints lines as they come, and collects them for `writeReport` as one code block. */
export function reportLines(text: string): void {
  process.stdout.write(text);
  const last = parts.at(-1);
  if (last?.startsWith('```')) parts[parts.length - 1] = `${last.slice(0, -3)}${text}\`\`\``;
  else parts.push(`\`\`\`text\n${text.trimStart()}\`\`\``);
}

/** A Markdown table; the first row is the header. */
export function table(rows: string[][]): string {
  const [head = [], ...body] = rows;
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

/** Day, machine and versions of this run in one sentence. `versions`: further names and versions. */
export function machine(versions: string[] = []): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  const names = [`Node ${process.versions.node}`, ...versions].join(', ');
  return `${day}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory}, ${process.platform}; ${names}.`;
}

/** Name and version of a dependency, from package.json. */
export function versionOf(name: string): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text);
  return `${name} ${dependencies[name] ?? devDependencies[name]}`;
}

/** With `--write`, replaces this benchmark's section of the page with what was reported. */
export function writeReport(heading: string): void {
  if (!process.argv.includes('--write')) return;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const others = before.split(/\n(?=## )/).filter((part) => !part.startsWith(`## ${heading}\n`));
  const [head = opening, ...rest] = others;
  const own = `## ${heading}\n\n${parts.join('\n\n')}\n`;
  const sections = [...rest.map((part) => part.trim()), own.trim()].sort();
  writeFileSync(file, `${[head.trim(), ...sections].join('\n\n')}\n`);
}
