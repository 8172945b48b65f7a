/**
 * `npm run stored-state -- chromium|firefox|sync`: lets this version store everything it can, in a
 * real browser against the fake services, and writes what it stored to `tests/fixtures/`; `sync`
 * writes the parts that sync. It needs the e2e builds. A fixture of a released version stays as it is.
 */
import { join } from 'node:path';
import { fixtureFolder } from '../stored-state/fixture.ts';

const [what] = process.argv.slice(2);
if (what === 'sync') {
  const { writeSyncParts } = await import('./sync-parts.ts');
  await writeSyncParts(join(fixtureFolder, 'sync-parts.mjs'));
} else if (what === 'chromium' || what === 'firefox') {
  process.env.KINDRED_BROWSER = what;
  const { recordState } = await import('../stored-state/record.ts');
  await recordState(what);
} else {
  console.error('Say what to record: chromium, firefox or sync.');
  process.exitCode = 1;
}
