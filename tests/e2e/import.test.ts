import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from './session.ts';

const seed = fileURLToPath(new URL('../../../shared/seed/daily-papers.txt', import.meta.url));
if (!existsSync(seed)) console.log('Import of the seed is skipped: ../shared is absent.');

describe.skipIf(!existsSync(seed))('the import of a Daily Papers page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start();
  });
  afterAll(() => session?.close());

  it('brings the 58 papers with their abstracts, and can be undone', async () => {
    const text = readFileSync(seed, 'utf8');
    await session.status('the starter digest', (status) => status.papers >= 58);
    const preview = await session.ask('previewImport', { text });
    expect(preview.refused).toEqual([]);
    expect(preview.added.length + preview.changed.length + preview.unchanged).toBe(58);

    const { undo } = await session.ask('applyImport', { text });
    const count = async () => {
      const query = '"token-level contrastive estimation"';
      const found = await session.ask('search', { query, offset: 0, limit: 5, sort: 'relevance' });
      return found.results[0]?.paper.abstract.length ?? 0;
    };
    expect(await count()).toBeGreaterThan(500);
    expect((await session.ask('status', {})).papers).toBe(58);
    await session.ask('undoImport', { undo });
    expect((await session.ask('status', {})).papers).toBe(58);
  });
});
