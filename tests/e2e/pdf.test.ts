import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyPdf } from '../fake-services/pdf.ts';
import { browserName, type Session } from './session.ts';
import { acquireSharedSession, releaseSharedSession } from './shared-session.ts';
import { uiText } from './ui-text.ts';

describe('a PDF', () => {
  let session: Session;
  beforeAll(async () => {
    session = await acquireSharedSession();
  });
  afterAll(() => releaseSharedSession(session));

  /** Firefox lets no extension into its PDF viewer: there the popup is the place. */
  const openPanel = async (url: string) => {
    const page = await session.browser.open(url);
    if (browserName === 'firefox') return session.popup(url);
    // A closed tab at first; opened once, it opens by itself the next time.
    if ((await page.see('.tab, .card')).tag === 'button') await page.click('.tab');
    return page;
  };

  it('of a paper in the digest has related papers', async () => {
    const paper = session.services.papers.find((one) => one.listedAt);
    const view = await openPanel(`https://arxiv.org/pdf/${paper?.id}`);
    await view.see('.entries .title');
  });

  it('of a paper whose abstract page was seen has related papers', async () => {
    const paper = session.outsider('software engineering agents');
    const abstract = await session.browser.open(session.abs(paper));
    await abstract.see('.entries .title');
    await abstract.close();
    const view = await openPanel(`https://arxiv.org/pdf/${paper.id}v1`);
    await view.see('.entries .title');
  });

  it('of an unknown paper shows as unreadable, and a click fetches the abstract', async () => {
    const paper = session.outsider('object hallucination');
    session.services.takeRequests();
    const view = await openPanel(`https://arxiv.org/pdf/${paper.id}`);
    await view.see({ css: '.state', text: uiText('related.noText') });
    const asked = () =>
      session.services.requests.filter(({ host, path }) => {
        return host === 'export.arxiv.org' && path.includes(paper.id);
      });
    expect(asked()).toEqual([]);
    await view.click({ css: 'button', text: uiText('related.askArxiv', paper.id) });
    await view.see('.entries .title');
    expect(asked().length).toBe(1);
  });

  it('on this device, named after an arXiv id, is offered on a click', async () => {
    const paper = session.services.papers.find((one) => one.listedAt);
    const folder = mkdtempSync(join(tmpdir(), 'kindred-pdf-'));
    const file = join(folder, `${paper?.id}v1.pdf`);
    writeFileSync(file, tinyPdf('A Paper on a Shelf'));
    const url = pathToFileURL(file).href;
    const page = await session.browser.open(url);
    await session.browser.clickIcon(url);
    const popup = await session.popup(url);
    await popup.see({ css: '.state', text: uiText('page.offered') });
    await popup.click('.state .button');
    await popup.see('.entries .title');
    await popup.close();
    await page.close();
    rmSync(folder, { recursive: true });
  });
});
