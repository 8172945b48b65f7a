import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/wait.ts';
import { Session } from './session.ts';
import { uiText } from './ui-text.ts';

const seed = fileURLToPath(new URL('../../../shared/seed/daily-papers.txt', import.meta.url));
if (!existsSync(seed)) console.log('Import of the seed is skipped: ../shared is absent.');

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  // The abstracts of the starter papers come in their time: no test may see them half there.
  await session.quiet();
});
afterAll(() => session?.close());

it('keeps a paper of a page that Daily Papers does not list', async () => {
  const paper = session.outsider('Gaussian splatting');
  const page = await session.browser.open(session.abs(paper));
  await page.click({ css: 'button', text: uiText('reading.savePage') });
  await page.see('button[aria-pressed="true"]');
  const kept = await until('the paper in the list', async () => {
    return (await session.ask('savedPapers', {}))[0]?.paper;
  });
  expect(kept).toMatchObject({ arxivId: paper.id, title: paper.title });
  await page.close();
});

describe.skipIf(!existsSync(seed))('the import of a Daily Papers page', () => {
  const abstractLength = async () => {
    const query = '"critical tokens"';
    const found = await session.ask('search', { query, offset: 0, limit: 5, sort: 'relevance' });
    return found.results[0]?.paper.abstract.length ?? 0;
  };

  it('shows what will change, brings the abstracts of the 58 papers, and can be undone', async () => {
    const before = await abstractLength();
    const page = await session.browser.openExtensionPage('options.html');
    await page.see('textarea');
    await page.evaluate(
      (text) => {
        const box = document.querySelector('textarea') as HTMLTextAreaElement;
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      },
      readFileSync(seed, 'utf8'),
    );
    await page.click({ css: 'button', text: uiText('options.look') });
    const preview = await page.see('.import-preview');
    expect(preview.text).toContain('58');
    expect(await abstractLength()).toBe(before);

    await page.click('.import-preview .button.primary');
    await page.see({ css: 'button', text: uiText('topic.undo') });
    expect(await abstractLength()).toBeGreaterThan(500);

    await page.click({ css: 'button', text: uiText('topic.undo') });
    await until('the import to be taken back', async () => (await abstractLength()) === before);
    await page.close();
  });

  it('knows each of the 58 papers as one that is there already', async () => {
    const text = readFileSync(seed, 'utf8');
    await session.ask('giveText', { name: 'seed', at: 0, text });
    const preview = await session.ask('previewImport', { name: 'seed' });
    expect(preview.refused).toEqual([]);
    expect(preview.added).toEqual([]);
    expect(preview.changed.length + preview.unchanged).toBe(58);
  });
});
