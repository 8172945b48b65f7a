/**
 * What `npm start` and `npm test` run first, on whatever Node there is and before anything is
 * installed: installs the packages, then hands over to the real command under a Node that can
 * run TypeScript. Usage: node tests/commands/bootstrap.mjs start|test [arguments]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

function installed() {
  const done = join(modules, '.package-lock.json');
  return (
    existsSync(done) && statSync(done).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

function install() {
  console.log('Installing packages (npm ci)');
  const npmProgram = process.env.npm_execpath;
  const [command, ...before] = npmProgram?.endsWith('.js')
    ? [process.execPath, npmProgram]
    : [windows ? 'npm.cmd' : 'npm'];
  // Settings of the npm that runs us reach this one too: without them, development and platform
  // packages could be left out.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const run = spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows && before.length === 0,
  });
  if (run.error) giveUp(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) giveUp('Installing failed: see above. Nothing else was run.');
}

/** The Node that came with the packages, else this one, if it is new enough. */
function nodeProgram() {
  const platform = windows ? 'win' : process.platform;
  const file = windows ? 'node.exe' : 'node';
  const own = join(modules, `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return giveUp(
    `Kindred needs Node 22.18 or newer here; this is ${process.versions.node}, and no newer one comes with the packages for ${process.platform} on ${process.arch}.`,
  );
}

const [command = '', ...rest] = process.argv.slice(2);
if (command !== 'start' && command !== 'test') giveUp('Say "start" or "test".');
if (!installed()) install();
const run = spawnSync(nodeProgram(), [join(root, 'tests/commands', `${command}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
  },
});
process.exit(run.status ?? 1);
