import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../commands/visit-page.ts';
import type { CapturedPage } from '../fake-services/captured-pages.ts';
import type { Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';

const page = (url: string, kind: CapturedPage['kind']): CapturedPage => ({
  file: '',
  url,
  kind,
  expected: { paper: kind === 'paper' },
  capture: 'fake',
});

describe('a visit to a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-visit-'));
  let session: Session;
  beforeAll(async () => {
    session = await acquireSharedSession();
  });
  afterAll(async () => {
    await releaseSharedSession(session);
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the related papers of a paper', async () => {
    const url = `https://arxiv.org/abs/${session.services.papers[0]?.id}`;
    const visit = await visitPage(session.browser, page(url, 'paper'), folder);
    expect(visit.recognized).toBe(session.services.papers[0]?.title);
    expect(visit.related.length).toBeGreaterThan(0);
    expect(visit.pictures.some(({ panel }) => panel !== null)).toBe(true);
  });

  it.each([
    ['a listing', 'https://arxiv.org/list/cs.LG/new', 'listing'],
    ['the list of Daily Papers', 'https://huggingface.co/papers', 'listing'],
  ] as const)('ends on %s, which has no related papers', async (_, url, kind) => {
    const visit = await visitPage(session.browser, page(url, kind), folder);
    expect(visit).toMatchObject({ recognized: null, related: [] });
    expect(readdirSync(folder)).toContain(visit.pictures[0]?.file);
  });
});
