import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session, today } from './session.ts';
import { verdictOn } from './verdicts.ts';

/** Pages a user may look at, and what shows that Kindred has had its say there. */
function pagesOf(session: Session): { url: string; shows: string | null }[] {
  const paper = session.outsider('key-value cache compression');
  const other = session.outsider('weather forecasting');
  return [
    { url: session.abs(paper), shows: '.entries .title' },
    { url: `https://arxiv.org/html/${other.id}v1`, shows: '.tab' },
    { url: `https://arxiv.org/abs/${other.id}v1`, shows: '.entries .title' },
    { url: 'https://arxiv.org/list/cs.LG/new', shows: null },
    { url: `https://huggingface.co/papers/${other.id}`, shows: '.tab' },
    { url: `https://huggingface.co/papers/date/${today()}`, shows: null },
  ];
}

async function visit(session: Session): Promise<string[]> {
  session.services.takeRequests();
  const { services, build } = session;
  for (const { url, shows } of pagesOf(session)) {
    const page = await session.browser.open(url);
    if (build) await verdictOn(session, url);
    if (build && shows) await page.see(shows);
    await page.close();
  }
  const end = Date.now();
  // The requests of this update come after all those that opening the pages caused.
  if (build) await session.checkedAgain();
  // Browsers ask for a site's icon now and then, whatever is installed.
  const seen = services.takeRequests().filter(({ path, at }) => {
    return path !== '/favicon.ico' && !(at >= end && path.startsWith('/api/daily_papers'));
  });
  return seen.map(({ method, host, path }) => `${method} ${host}${path}`);
}

describe('looking at papers', () => {
  let kindred: Session;
  let plain: Session;
  beforeAll(async () => {
    plain = await Session.start({ withoutKindred: true });
    kindred = await Session.start();
    await kindred.quiet();
  });
  afterAll(async () => {
    await kindred?.close();
    await plain?.close();
  });

  it('sends exactly what it sends without Kindred', async () => {
    const without = await visit(plain);
    const withKindred = await visit(kindred);
    expect(without.length).toBeGreaterThan(6);
    expect([...new Set(withKindred)].sort()).toEqual([...new Set(without)].sort());
    expect(withKindred.filter((request) => /\/api\//.test(request))).toEqual([]);
  });
});
