import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashTree, readPassed, writePassed } from '../../commands/long-progress.ts';
import { runCommand } from '../../commands/programs.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindred-long-'));
  file = join(folder, 'long', 'passed.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('skips what passed on the same tree, and nothing on another or an unknown one', () => {
  writePassed(file, 'tree', new Set(['kills chromium']));
  expect([...readPassed(file, 'tree')]).toEqual(['kills chromium']);
  expect([...readPassed(file, 'another tree')]).toEqual([]);
  expect([...readPassed(file, null)]).toEqual([]);
});

it('remembers nothing without a tree, and survives a damaged file', () => {
  writePassed(file, null, new Set(['kills chromium']));
  expect([...readPassed(file, 'tree')]).toEqual([]);
  writePassed(file, 'tree', new Set());
  writeFileSync(file, '{');
  expect([...readPassed(file, 'tree')]).toEqual([]);
});

it('hashes untracked files, and says when there is no checkout', async () => {
  expect(await hashTree(folder)).toBeNull();
  await runCommand('git', ['init', '--quiet'], {}, folder);
  const before = await hashTree(folder);
  writeFileSync(join(folder, 'untracked.txt'), 'new');
  expect(await hashTree(folder)).not.toBe(before);
});
