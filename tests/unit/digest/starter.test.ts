import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { starterClaims } from '../../../lib/digest/starter/starter.ts';
import { bareArxivId } from '../../../lib/paper/arxiv-id.ts';
import { bareDoi } from '../../../lib/paper/doi.ts';
import { identify } from '../../../lib/paper/identity.ts';
import { httpsUrl } from '../../../lib/text/sanitize.ts';
import { termsOf } from '../../../lib/text/terms.ts';

const file = readFileSync(
  new URL('../../../lib/digest/starter/starter-digest.json', import.meta.url),
  'utf8',
);

describe('the starter digest', () => {
  const claims = starterClaims();

  it('has 58 different papers with valid ids, one without arXiv id', () => {
    expect(claims).toHaveLength(58);
    expect(new Set(claims.map((claim) => identify(claim))).size).toBe(58);
    for (const { arxivId, doi } of claims) {
      if (arxivId !== null) expect(bareArxivId(arxivId)).toBe(arxivId);
      if (doi !== null) expect(bareDoi(doi)).toBe(doi);
    }
    expect(claims.filter(({ arxivId }) => arxivId === null)).toHaveLength(1);
  });

  it('gives every paper a summary of one to three sentences and five to eight key terms', () => {
    for (const { title, summary, keyTerms } of claims) {
      expect(summary?.by).toBe('kindred');
      expect(summary?.text.length, title).toBeGreaterThan(100);
      expect(summary?.text.length, title).toBeLessThanOrEqual(240);
      expect(summary?.text, title).toMatch(/^[A-Z0-9].*\.$/);
      expect(keyTerms.length, title).toBeGreaterThanOrEqual(5);
      expect(keyTerms.length, title).toBeLessThanOrEqual(8);
      expect(new Set(keyTerms).size, title).toBe(keyTerms.length);
      expect(
        keyTerms.every((term) => termsOf(term).length > 0),
        title,
      ).toBe(true);
    }
    expect(new Set(claims.map(({ summary }) => summary?.text)).size).toBe(58);
  });

  it('has no abstracts, upvotes or listing days, and only https links', () => {
    for (const claim of claims) {
      expect(claim).toMatchObject({ abstract: '', upvotes: null, listedAt: null, authors: [] });
      for (const url of [claim.codeUrl, claim.projectUrl]) {
        if (url !== null) expect(httpsUrl(url)).toBe(url);
      }
    }
  });

  it('is compact: one paper per line, at most 40 kB', () => {
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(40_000);
    expect(file.trimEnd().split('\n')).toHaveLength(60);
    expect(file).not.toContain('"abstract"');
  });
});
