import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectAnywhere } from '../../../lib/page/detect.ts';
import { evidenceText } from '../../../lib/page/evidence-text.ts';
import { documentOf } from './fixtures.ts';

describe('evidence to copy', () => {
  it('lists verdict, row and evidence, each once', () => {
    expect(evidenceText({ kind: 'none', site: null, evidence: ['a', 'b', 'a'] })).toBe(
      'verdict: none\nsite table: no row\na\nb',
    );
  });

  it('contains no address', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(
          evidenceText({ kind: 'none', site: null, evidence: [`seen at ${url}`] }),
        ).not.toContain('://');
      }),
    );
    const url = 'https://journal.example.org/secret/7';
    const page = documentOf(
      `<!DOCTYPE html><html><head><title>404 Not Found</title><link rel="canonical" href="${url}"></head><body></body></html>`,
    );
    expect(evidenceText(detectAnywhere(url, page))).not.toContain('secret');
  });
});
