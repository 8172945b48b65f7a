import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../browsers/find.ts';

describe.skipIf(process.platform === 'win32')('the browser to use', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kindred-find-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  function program(name: string, says: string): string {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\necho "${says}"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('is the one that the user names', () => {
    const file = program('mine', 'Mozilla Firefox 142.0');
    vi.stubEnv('KINDRED_FIREFOX', file);
    expect(findBrowser('firefox')).toEqual({ path: file, version: 'Mozilla Firefox 142.0' });
  });

  it('is not one that is older than Kindred can be installed in', () => {
    vi.stubEnv('KINDRED_FIREFOX', program('mine', 'Mozilla Firefox 141.0.3esr'));
    const found = findBrowser('firefox');
    expect(found.path).toBeNull();
    expect(found).toMatchObject({ reason: expect.stringContaining('141.0.3esr. Kindred needs') });
  });

  it('is the first on PATH that is new enough', () => {
    program('firefox-esr', 'Mozilla Firefox 140.12.0esr');
    const file = program('firefox', 'Mozilla Firefox 153.7.0');
    vi.stubEnv('PATH', folder);
    expect(findBrowser('firefox').path).toBe(file);
  });
});
