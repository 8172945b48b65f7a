/** Stages of `npm test`: each runs one kind of check and counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find.ts';
import { artifacts, type ProgramRun, runProgram } from './programs.ts';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What to show when something failed. */
  output: string;
}

/** A tool that only says yes or no. */
export function single(run: ProgramRun): Outcome {
  return { passed: run.ok ? 1 : 0, failed: run.ok ? 0 : 1, skipped: 0, output: run.output };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** Runs the tests of one Vitest configuration, or only `files` of it, and counts by its report. */
export async function vitest(
  stage: string,
  config: string,
  env: Record<string, string> = {},
  files: string[] = [],
): Promise<Outcome> {
  const report = join(artifacts, 'test', `${stage}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const run = await runProgram('vitest', ['run', '--config', config, ...reporters, ...files], env);
  let counts: VitestReport;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, output: run.output };
  }
  // A file that cannot be loaded, or an error outside of a test, fails the run but no test.
  const failed = run.ok ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
  return {
    passed: counts.numPassedTests,
    failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
    output: run.output,
  };
}

/** How many end-to-end tests one browser would run. */
export async function countEndToEnd(browser: BrowserName, files: string[]): Promise<number> {
  const run = await runProgram(
    'vitest',
    ['list', '--config', 'tests/e2e/vitest.config.ts', '--no-static-parse', '--json', ...files],
    { KINDRED_BROWSER: browser },
  );
  try {
    return (JSON.parse(run.output.slice(run.output.indexOf('['))) as unknown[]).length;
  } catch {
    return 0;
  }
}

interface LinterReport {
  errors: { code: string; file?: string; message: string }[];
  warnings: { code: string; file?: string; message: string }[];
}

const preact =
  'Preact can set innerHTML for dangerouslySetInnerHTML, which no view uses (a test holds that). The add-on rules want libraries unmodified, so it stays in.';

/**
 * Warnings of addons.mozilla.org's linter that are known and harmless, with the reason and where
 * they may appear, each once: Preact is in the panel's script and in the chunk that pages share.
 */
const allowedWarnings: { code: string; file: RegExp; reason: string }[] = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^content-scripts\/panel\.js$/, reason: preact },
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\/[\w.-]+\.js$/, reason: preact },
];

/** addons.mozilla.org's linter over the Firefox build: no error, and no warning we do not know. */
export async function lintAddOn(folder: string): Promise<Outcome> {
  const run = await runProgram('addons-linter', [folder, '--output', 'json']);
  let report: LinterReport;
  try {
    report = JSON.parse(run.output.slice(run.output.indexOf('{'))) as LinterReport;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, output: run.output };
  }
  const left = [...allowedWarnings];
  const unknown = report.warnings.filter(({ code, file = '' }) => {
    const at = left.findIndex((allowed) => allowed.code === code && allowed.file.test(file));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const complaints = [...report.errors, ...unknown].map((complaint) => {
    return `${complaint.code} ${complaint.file ?? ''}: ${complaint.message}`;
  });
  return single({ ok: complaints.length === 0, output: complaints.join('\n') });
}
