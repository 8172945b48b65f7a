import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDailyPapers } from '../../../lib/digest/daily-papers-api.ts';
import type { Claim } from '../../../lib/paper/paper.ts';

const seenAt = '2026-08-23T10:00:00.000Z';

function fixture(name: string): unknown {
  const file = new URL(`../../fixtures/daily-papers/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function parsed(json: unknown, asked: string | null = null) {
  const answer = parseDailyPapers(json, asked, seenAt);
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

describe('parseDailyPapers', () => {
  it('reads the shape of 2024, whose listing day is the requested day', () => {
    expect(parsed(fixture('2024'), '2024-05-27')).toEqual({
      refused: [],
      claims: [
        {
          source: 'daily-papers',
          seenAt,
          arxivId: '2405.00011',
          doi: null,
          title: 'Counting Pebbles with Small Networks',
          abstract: 'We count pebbles. On two beaches, the count is right.',
          summary: null,
          keyTerms: [],
          authors: ['Ada Example', 'Ben Sample'],
          authorCount: 2,
          published: '2024-05-24',
          listedAt: '2024-05-27',
          upvotes: 21,
          comments: 2,
          codeUrl: null,
          projectUrl: null,
          withdrawn: false,
        },
      ],
    });
    expect(parsed(fixture('2024')).claims[0]?.listedAt).toBeNull();
  });

  it('reads the shape of 2025, whose listing day is its own', () => {
    expect(parsed(fixture('2025'), '2025-10-16').claims[0]).toMatchObject({
      listedAt: '2025-10-15',
      published: '2025-10-14',
      summary: { text: 'A method folds maps without creases.', by: 'huggingface' },
      keyTerms: ['map folding', 'creases'],
      codeUrl: 'https://github.com/example/fold',
      projectUrl: null,
    });
  });

  it('rejects single items and parses the others', () => {
    const { claims, refused } = parsed(fixture('2026'));
    expect(refused).toEqual([
      { index: 1, reason: 'paper.title is missing or odd' },
      { index: 2, reason: 'it is no object' },
      { index: 3, reason: 'its id is not an arXiv id' },
    ]);
    expect(claims.map((claim) => claim.arxivId)).toEqual(['2608.00033', '2608.00035']);
    expect(claims[0]).toMatchObject({
      withdrawn: true,
      codeUrl: null,
      projectUrl: 'https://lanterns.example.org/',
    });
    expect(claims[1]).toMatchObject({
      abstract: '',
      authors: [],
      authorCount: null,
      published: null,
      upvotes: null,
      comments: null,
      keyTerms: [],
    });
  });

  it("reads a page's data with its own day", () => {
    expect(parsed(fixture('page-props')).claims[0]).toMatchObject({
      arxivId: '2407.00044',
      listedAt: '2024-08-01',
    });
  });

  it.each([[null], ['<html>'], [{ error: 'Invalid date' }], [12], [{ dailyPapers: {} }]])(
    'calls %j no answer',
    (json) => {
      expect(parseDailyPapers(json, null, seenAt)).toHaveProperty('error');
    },
  );

  it('limits the length of every text', () => {
    const long = 'word '.repeat(200_000);
    const [claim] = parsed([
      {
        paper: {
          id: '2608.00001',
          title: long,
          summary: long,
          authors: Array.from({ length: 6_000 }, () => ({ name: long.slice(0, 1_000) })),
          ai_summary: long,
          ai_keywords: Array.from({ length: 500 }, (_, index) => `${index} ${long.slice(0, 500)}`),
          githubRepo: `https://example.org/${'a'.repeat(1_000)}`,
        },
      },
    ]).claims as [Claim];
    expect(claim.title.length).toBeLessThanOrEqual(1_000);
    expect(claim.abstract.length).toBeLessThanOrEqual(20_000);
    expect(claim.authors).toHaveLength(5_000);
    expect(Math.max(...claim.authors.map((name) => name.length))).toBeLessThanOrEqual(200);
    expect(claim.keyTerms).toHaveLength(50);
    expect(claim.codeUrl).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        parseDailyPapers(json, null, seenAt);
        parseDailyPapers([{ paper: json }], null, seenAt);
      }),
    );
  });
});

const real = new URL('../../../../shared/data/api/hf-daily_papers/', import.meta.url);

describe.skipIf(!existsSync(real))('real answers (skipped where ../shared is absent)', () => {
  const files = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.json')) : [];

  it.each(files)('%s', (name) => {
    const json = JSON.parse(readFileSync(new URL(name, real), 'utf8'));
    const asked = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null;
    const { claims, refused } = parsed(json, asked);
    expect(refused).toEqual([]);
    expect(claims).toHaveLength((Array.isArray(json) ? json : json.dailyPapers).length);
    for (const claim of claims) {
      expect(claim.abstract.length).toBeGreaterThan(200);
      expect(claim.published).not.toBeNull();
      expect(claim.upvotes).not.toBeNull();
      expect(claim.title).not.toMatch(/\s{2}|\n/);
      if (asked !== null) expect(claim.listedAt).toBe(asked);
    }
  });
});
