import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDailyPapersText } from '../../../lib/import/formats/daily-papers-text.ts';
import { linksIn } from '../../../lib/import/formats/links-in-text.ts';
import { knownTitles } from '../../../lib/import/known-titles.ts';

const now = '2026-11-23T08:00:00.000Z';
const sentence = 'A tide gauge listens to the harbour at night and writes down what it heard. ';
const abstract = sentence.repeat(4).trim();

/** A page in the real layout. */
function page(entries: { title: string; abstract?: string; meta?: string }[], heading = 'Dec 9') {
  const top = `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\n${heading}\n\n`;
  return (
    top +
    entries
      .map((e) => `${e.title}\n\n${e.abstract ?? abstract}\n\n${e.meta ?? ''}`.trimEnd())
      .join('\n\n')
  );
}

const read = (text: string, more = {}) => parseDailyPapersText(text, { now, ...more });

describe('text of a Daily Papers page', () => {
  it('yields title, abstract, authors, date and comments', () => {
    const { claims, refused } = read(
      page([
        { title: 'Tides as Clocks', meta: '  • 9 authors\n·\nNov 29, 2024 7' },
        { title: 'Harbours Without Authors' },
        { title: 'One Author, No Number', meta: '  • 1 author\n·\nMay 29' },
      ]),
    );
    expect(refused).toEqual([]);
    expect(
      claims.map((c) => [c.title, c.authorCount, c.published, c.comments, c.abstract, c.source]),
    ).toEqual([
      ['Tides as Clocks', 9, '2024-11-29', 7, abstract, 'file'],
      ['Harbours Without Authors', null, null, null, abstract, 'file'],
      ['One Author, No Number', 1, '2025-05-29', null, abstract, 'file'],
    ]);
    expect(claims.every((c) => c.listedAt === null && c.upvotes === null)).toBe(true);
  });

  it.each([
    ['the marks stand on one line', `Tides\n\n${abstract}\n\n• 9 authors · Nov 29, 2024 7`],
    [
      'the abstract is wrapped',
      `Tides\n\n${abstract.replace(/(.{60}\S*) /g, '$1\n')}\n\n• 9 authors\n·\nNov 29, 2024 7`,
    ],
    [
      'the abstract has two paragraphs',
      `Tides\n\n${abstract.slice(0, 3 * sentence.length - 1)}\n\n${abstract.slice(3 * sentence.length)}\n\n• 9 authors\n·\nNov 29, 2024 7`,
    ],
    ['votes stand between', `Tides\n\n33\n\n${abstract}\n\n• 9 authors\n·\nNov 29, 2024 7`],
    ['months are written out', `Tides\n\n${abstract}\n\n• 9 authors\n·\nNovember 29, 2024 7`],
  ])('is parsed where %s', (_, text) => {
    const { claims } = read(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      title: 'Tides',
      abstract,
      authorCount: 9,
      published: '2024-11-29',
      comments: 7,
    });
  });

  it('recognizes a long title, and an abstract without punctuation', () => {
    const long = `On ${'very long titles of papers about '.repeat(6)}harbours`;
    const { claims } = read(page([{ title: 'First of Two' }, { title: long }]));
    expect(claims.map((c) => c.title)).toEqual(['First of Two', long]);
  });

  it('keeps a paper whose abstract is not shown', () => {
    const { claims } = read(
      'Daily Papers\n\nTides Without Abstract\n\n• 4 authors\n·\nMay 2, 2024',
    );
    expect(claims).toMatchObject([
      { title: 'Tides Without Abstract', abstract: '', authorCount: 4 },
    ]);
  });

  it('reports paragraphs without a title, with their lines', () => {
    const { claims, refused } = read(
      `${page([{ title: 'Tides', meta: '• 2 authors\n·\nMay 2, 2024' }])}\n\n${abstract}\n\nA line that has no abstract below`,
    );
    expect(claims).toHaveLength(1);
    expect(refused).toEqual([
      { line: 21, reason: expect.stringContaining('no title'), excerpt: expect.any(String) },
      { line: 23, reason: expect.stringContaining('no abstract'), excerpt: expect.any(String) },
    ]);
  });

  it('adds a rejected title to no other paper', () => {
    const { claims, refused } = read(
      page([{ title: 'Tides' }, { title: '???', meta: '• 7 authors\n·\nMay 2, 2024' }]),
    );
    expect(claims).toMatchObject([
      { title: 'Tides', abstract, authorCount: null, published: null },
    ]);
    expect(refused).toMatchObject([{ line: 17, excerpt: '???' }]);
  });

  it.each<[string, string, string[], object, (string | null)[]]>([
    [
      'the year after the latest written out',
      'Dec 9',
      ['Nov 29, 2024', 'Sep 30'],
      {},
      ['2024-11-29', '2025-09-30'],
    ],
    [
      'also when that heading has just passed again',
      'Nov 22',
      ['Nov 29, 2024', 'Sep 30'],
      {},
      ['2024-11-29', '2025-09-30'],
    ],
    ['this year, when no date is after today', 'Nov 23', ['Sep 30'], {}, ['2026-09-30']],
    ['last year, when the heading would be after today', 'Dec 9', ['Sep 30'], {}, ['2025-09-30']],
    ['last year, when a paper would be', '', ['Sep 30', 'Dec 1'], {}, ['2025-09-30', '2025-12-01']],
    [
      'the reader’s',
      'Dec 9',
      ['Nov 29, 2023', 'Sep 30'],
      { pageDate: '2025-12-09' },
      ['2023-11-29', '2025-09-30'],
    ],
    [
      'told by ids of known papers',
      'Nov 20',
      ['Sep 30', 'May 1, 2022'],
      { knownByTitle: () => ({ arxivId: '2409.00001', doi: null }) },
      ['2024-09-30', '2022-05-01'],
    ],
    ['no guess at days that are none', 'Nov 23', ['Feb 30', 'Feb 29'], {}, [null, null]],
  ])('reads dates without a year as %s', (_, heading, dates, options, expected) => {
    const entries = dates.map((date, at) => ({
      title: `Paper ${at}`,
      meta: `• 2 authors\n·\n${date}`,
    }));
    expect(read(page(entries, heading), options).claims.map((c) => c.published)).toEqual(expected);
  });

  it('reports the assumed year, and none where every date has one', () => {
    const one = (date: string) => page([{ title: 'Tides', meta: `• 2 authors\n·\n${date}` }]);
    expect(read(one('May 2')).assumedYear).toBe(2025);
    expect(read(one('May 2, 2024')).assumedYear).toBeNull();
  });

  it('takes the ids of a known paper with that title, unless several have it', () => {
    const known = [
      { title: 'Tides as Clocks of the Sea', arxivId: '2401.00001', doi: null },
      { title: 'Moons as clocks of the {Sea}', arxivId: '2401.00002', doi: '10.1234/x' },
      { title: 'Introduction to the Special Issue', arxivId: '2401.00003', doi: null },
      { title: 'Introduction to the Special Issue', arxivId: '2401.00004', doi: null },
      { title: 'Deep Learning', arxivId: '1807.07987', doi: null },
    ];
    const titles = [
      'Tides as clocks of the sea',
      'Moons as Clocks of the Sea',
      'Introduction to the Special Issue',
      'Deep Learning',
    ];
    const { claims } = read(page(titles.map((title) => ({ title }))), {
      knownByTitle: knownTitles(known),
    });
    expect(claims.map((c) => c.arxivId)).toEqual(['2401.00001', '2401.00002', null, null]);
    expect(claims[1]?.doi).toBe('10.1234/x');
  });

  const anyLine = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      '',
      '·',
      '• 3 authors',
      'Dec 9',
      'May 2, 2024 3',
      '17',
      'A Short Title',
      abstract,
    ),
  );

  it('never throws, and never invents a title', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { claims, refused } = read(text);
        const flat = text.replace(/[\s\p{Cc}]+/gu, ' ');
        for (const claim of claims) {
          expect(flat).toContain(claim.title);
          expect(claim.published ?? '2024-05-02').toMatch(/^\d{4}-\d\d-\d\d$/);
        }
        for (const refusal of refused) expect(refusal.line).toBeLessThanOrEqual(lines.length);
      }),
    );
  });

  it('round-trips a page in the real layout', () => {
    const word = fc.stringMatching(/^[A-Za-z]{2,9}$/);
    const entry = fc.record({
      title: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
      authorCount: fc.integer({ min: 2, max: 3000 }),
      comments: fc.option(fc.integer({ min: 1, max: 500 })),
      day: fc.integer({ min: 1, max: 28 }),
      year: fc.constantFrom(2024, 2023),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) => {
        const text = page(
          entries.map(({ title, authorCount, comments, day, year }) => ({
            title,
            meta: `  • ${authorCount} authors\n·\nJun ${day}, ${year}${comments === null ? '' : ` ${comments}`}`,
          })),
        );
        const { claims, refused } = read(text);
        expect(refused).toEqual([]);
        expect(
          claims.map(({ title, authorCount, comments, published }) => ({
            title,
            authorCount,
            comments,
            published,
          })),
        ).toEqual(
          entries.map(({ title, authorCount, comments, day, year }) => ({
            title,
            authorCount,
            comments,
            published: `${year}-06-${String(day).padStart(2, '0')}`,
          })),
        );
      }),
    );
  });
});

describe('links in an abstract', () => {
  it.each<[string, string | null, string | null]>([
    ['Code at https://github.com/a/b.', 'https://github.com/a/b', null],
    ['(https://gitlab.com/a/b), see', 'https://gitlab.com/a/b', null],
    ['at https://github.com/a/b{https://github.com/a/c}', 'https://github.com/a/b', null],
    ['Project page: https://tides.example.org/x/.', null, 'https://tides.example.org/x/'],
    ['see https://ann.github.io/tides.', null, 'https://ann.github.io/tides'],
    ['data from https://example.org/data', null, null],
    ['http://github.com/a/b and javascript:alert(1)', null, null],
    ['https://github.com.evil.example/a/b', null, null],
    ['https://user:pw@github.com/a', null, null],
  ])('%s', (text, codeUrl, projectUrl) => {
    expect(linksIn(text)).toEqual({ codeUrl, projectUrl });
  });
});
