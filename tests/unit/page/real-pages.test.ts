import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectAnywhere } from '../../../lib/page/detect.ts';
import { documentOf, type RealPage, realPagePath, realPages } from './fixtures.ts';

/** Pages whose expected title is that of the capture and not on the page. */
const namedAfterFile = new Set([
  'Genders OnLine Journal g58 (Fairlie)',
  'Brown Digital Repository item bdr:11303',
]);
/** Pages whose document has no abstract (paywall, empty section, trackbacks). */
const withoutAbstract =
  /(?:N04-1001|tb_0704|elife_article|g58_fairlie|wiley_1|0002870385906532|S0735109799003873)/;

const folded = (text: string): string => text.replace(/<[^>]*>|\s+/g, '').toLowerCase();

function verdictOn(page: RealPage) {
  const html = new TextDecoder().decode(readFileSync(realPagePath(page.file)));
  return detectAnywhere(page.url ?? '', documentOf(html));
}

if (realPages === null) console.warn('real pages: ../shared/pages is absent, nothing is compared');

describe.skipIf(realPages === null)('detect on real pages', () => {
  const results = (realPages ?? []).map((page) => ({ page, verdict: verdictOn(page) }));
  const papers = results.filter(({ page }) => page.expected.paper);

  it('detects no paper on other pages', () => {
    const wrong = results.filter(
      ({ page, verdict }) => !page.expected.paper && verdict.kind === 'paper',
    );
    expect(wrong.map(({ page }) => page.file)).toEqual([]);
  });

  it('finds the papers', () => {
    const missed = papers.filter(({ verdict }) => verdict.kind !== 'paper');
    // An essay of 2013 without a single tag, heading or reference.
    expect(missed.map(({ page }) => page.file)).toEqual(['genders/g58_fairlie.html']);
  });

  it('gets every id right', () => {
    for (const { page, verdict } of papers) {
      if (verdict.kind !== 'paper') continue;
      expect(verdict.paper.arxivId, page.file).toBe(page.expected.arxivId ?? null);
      if (page.expected.doi)
        expect(verdict.paper.doi, page.file).toBe(page.expected.doi.toLowerCase());
    }
  });

  it('gets 99 % of the titles right', () => {
    const titled = papers.filter(
      ({ page: { expected } }) => expected.title && !namedAfterFile.has(expected.title),
    );
    const right = titled.filter(
      ({ page, verdict }) =>
        verdict.kind === 'paper' &&
        folded(verdict.paper.title ?? '') === folded(page.expected.title ?? ''),
    );
    expect(right.length / titled.length).toBeGreaterThanOrEqual(0.99);
  });

  it('finds 95 % of the abstracts', () => {
    const abstracts = papers.filter(({ page }) => !withoutAbstract.test(page.file));
    const found = abstracts.filter(
      ({ verdict }) => verdict.kind === 'paper' && (verdict.paper.abstract?.length ?? 0) > 100,
    );
    expect(found.length / abstracts.length).toBeGreaterThanOrEqual(0.95);
  });
});
