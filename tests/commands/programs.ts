/** The project's tools as programs, run under the Node that runs us. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where commands leave what they made for the reader: git ignores it. */
export const artifacts = join(root, '.artifacts');

const scripts = {
  biome: '@biomejs/biome/bin/biome',
  wxt: 'wxt/bin/wxt.mjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  'addons-linter': 'addons-linter/bin/addons-linter',
};

export interface ProgramRun {
  ok: boolean;
  /** Standard output and error, in the order in which they came. */
  output: string;
}

/** Runs a tool to its end in the project's root or in `folder`. `env` is added to ours. */
export function runProgram(
  name: keyof typeof scripts,
  args: string[],
  env: Record<string, string> = {},
  folder: string = root,
): Promise<ProgramRun> {
  return runNode(join(root, 'node_modules', scripts[name]), args, env, folder);
}

/** Runs one of the project's own scripts to its end. */
export const runScript = (script: string, args: string[]): Promise<ProgramRun> =>
  runNode(join(root, script), args, {}, root);

const runNode = (script: string, args: string[], env: Record<string, string>, cwd: string) =>
  runCommand(process.execPath, [script, ...args], env, cwd);

/** Runs any command to its end. */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  cwd: string = root,
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs tools one after the other until one fails. */
export async function runInTurn(
  runs: [Parameters<typeof runProgram>[0], string[]][],
): Promise<ProgramRun> {
  let output = '';
  for (const [name, args] of runs) {
    const run = await runProgram(name, args);
    output += run.output;
    if (!run.ok) return { ok: false, output };
  }
  return { ok: true, output };
}

/** The builds, by the name of their folder under `.output`. */
export const builds = {
  'chrome-mv3': ['build'],
  'firefox-mv3': ['build', '-b', 'firefox', '--mv3'],
  'chrome-mv3-e2e': ['build', '--mode', 'e2e'],
  'firefox-mv3-e2e': ['build', '-b', 'firefox', '--mv3', '--mode', 'e2e'],
} as const;

export type BuildName = keyof typeof builds;
