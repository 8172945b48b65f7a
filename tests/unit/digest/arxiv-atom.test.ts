import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivAtom } from '../../../lib/digest/arxiv-atom.ts';

const seenAt = '2026-04-13T00:00:00.000Z';
const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/arxiv-atom/${name}.xml`, import.meta.url), 'utf8');

describe('parseArxivAtom', () => {
  it('parses entries', () => {
    const parsed = parseArxivAtom(fixture('two-papers'), seenAt);
    expect(parsed).toMatchObject({
      refused: [],
      claims: [
        {
          source: 'arxiv',
          seenAt,
          arxivId: '2401.00001',
          doi: '10.1145/example.1',
          title: 'Pebbles & Networks: a Count',
          abstract: 'We count pebbles where $n < 3$. It works.',
          authors: ['Ada Example', 'Ben Sample'],
          authorCount: 2,
          published: '2024-01-02',
          listedAt: null,
          withdrawn: false,
        },
        { arxivId: 'math/0309001', doi: null, withdrawn: true },
      ],
    });
  });

  it('returns arXiv’s message about a malformed request', () => {
    expect(parseArxivAtom(fixture('error'), seenAt)).toEqual({
      error: 'incorrect id format for x',
    });
  });

  it.each([
    '',
    'plain',
    '<html><p></html>',
    '<html/>',
    '{"a": 1}',
    '<feed>',
    fixture('two-papers').slice(0, 900),
  ])('rejects %j as a whole', (text) => {
    expect(parseArxivAtom(text, seenAt)).toHaveProperty('error');
  });

  it('rejects single entries and parses the others', () => {
    const feed =
      '<feed><entry><id>http://arxiv.org/abs/2401.00001v1</id><title> </title></entry>' +
      '<entry><id>http://example.org/7</id><title>A</title></entry>' +
      '<entry><id>http://arxiv.org/abs/2401.00002v1</id><title>B</title></entry></feed>';
    expect(parseArxivAtom(feed, seenAt)).toMatchObject({
      claims: [{ arxivId: '2401.00002', abstract: '', published: null }],
      refused: [
        { index: 0, reason: 'it has no title' },
        { index: 1, reason: 'its id is not an arXiv id' },
      ],
    });
  });

  it('never throws, and expands no entities that the document defines', () => {
    const bomb = '<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed><entry>&a;&a;</entry></feed>';
    expect(parseArxivAtom(bomb, seenAt)).toHaveProperty('error');
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseArxivAtom(text, seenAt);
        parseArxivAtom(`<feed><entry>${text}</entry></feed>`, seenAt);
      }),
    );
  });
});

const real = new URL('../../../../shared/data/api/arxiv-atom/', import.meta.url);

describe.skipIf(!existsSync(real))('real answers (skipped where ../shared is absent)', () => {
  const files = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.xml')) : [];

  it.each(files)('%s', (name) => {
    const text = readFileSync(new URL(name, real), 'utf8');
    const parsed = parseArxivAtom(text, seenAt);
    if (name.includes('_id_abc')) {
      expect(parsed).toEqual({ error: 'incorrect id format for abc' });
      return;
    }
    const entries = text.split('<entry>').length - 1;
    if ('error' in parsed) throw new Error(parsed.error);
    expect(parsed.refused).toEqual([]);
    expect(parsed.claims).toHaveLength(entries);
    for (const claim of parsed.claims) {
      expect(claim.abstract).not.toBe('');
      expect(claim.authors.length).toBeGreaterThan(0);
      expect(claim.published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
