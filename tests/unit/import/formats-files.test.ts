import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, resolve } from '../../../lib/digest/merge.ts';
import { parseJsonLines, toJsonLine } from '../../../lib/import/formats/json-lines.ts';
import {
  type ExportedUserData,
  parseKindredFile,
  toKindredFile,
} from '../../../lib/import/formats/kindred-file.ts';
import { parseImport } from '../../../lib/import/formats/parse-import.ts';
import { recognizeFormat } from '../../../lib/import/formats/recognize-format.ts';
import type { Claim, DigestRecord } from '../../../lib/paper/paper.ts';
import { claim } from '../digest/claims.ts';

const now = '2026-11-23T08:00:00.000Z';

const text = fc
  .array(fc.stringMatching(/^[!-~éüßλ漢😀]{1,12}$/u), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const count = fc.option(fc.integer({ min: 0, max: 1e6 }));
const url = fc.option(fc.constantFrom('https://github.com/a/b', 'https://tides.example.org/'));

/** A claim of a file with every field of the format. */
const anyFileClaim: fc.Arbitrary<Claim> = fc
  .record({
    ids: fc.constantFrom(
      { arxivId: '2401.00001', doi: null },
      { arxivId: 'math/0309136', doi: '10.1234/abc(def)' },
      { arxivId: null, doi: '10.1109/taslp.2023.1' },
      { arxivId: null, doi: null },
    ),
    title: text.filter((title) => /[\p{L}\p{N}]/u.test(title)),
    abstract: fc.oneof(fc.constant(''), text),
    summary: fc.option(
      fc.record({ text, by: fc.constantFrom('kindred' as const, 'huggingface' as const) }),
    ),
    keyTerms: fc.uniqueArray(
      text.filter((term) => term.length <= 100),
      { maxLength: 5 },
    ),
    authors: fc.array(
      text.filter((name) => name.length <= 200),
      { maxLength: 5 },
    ),
    further: fc.integer({ min: 0, max: 3 }),
    published: fc.option(day),
    listedAt: fc.option(day),
    upvotes: count,
    comments: count,
    codeUrl: url,
    projectUrl: url,
    withdrawn: fc.boolean(),
  })
  .map(({ ids, further, ...rest }) =>
    claim({
      ...rest,
      ...ids,
      source: 'file',
      seenAt: now,
      authorCount: rest.authors.length + further || null,
    }),
  );

describe('JSON Lines', () => {
  it('parses the shape of shared collections', () => {
    const line =
      '{"id": "2312.00438v2", "title": " Dolphins:  A\\nModel ", "abstract": "Text.", "authors": ["Ann Lee", "", 3], "date": "2023-12-04", "published": "2023-12-01T10:00:00.000Z", "upvotes": 3, "comments": 0, "github": "https://github.com/a/b", "project": "javascript:alert(1)", "ai_keywords": ["tides", "tides"], "categories": ["cs.CV"]}';
    expect(parseJsonLines(`\ufeff${line}\r\n\n`, now)).toEqual({
      refused: [],
      claims: [
        claim({
          source: 'file',
          seenAt: now,
          arxivId: '2312.00438',
          title: 'Dolphins: A Model',
          abstract: 'Text.',
          authors: ['Ann Lee'],
          authorCount: 1,
          listedAt: '2023-12-04',
          published: '2023-12-01',
          upvotes: 3,
          comments: 0,
          codeUrl: 'https://github.com/a/b',
          keyTerms: ['tides'],
        }),
      ],
    });
  });

  it.each([
    ['not json', 'not JSON'],
    ['[1]', 'title'],
    ['3', 'not an object'],
    ['null', 'not an object'],
    ['{"id":"2312.00438"}', 'title'],
    ['{"id":"2312.00438","title":" "}', 'title'],
    ['{"id":"hello","title":"Tides"}', 'neither'],
    ['{"id":5,"title":"Tides"}', 'not text'],
    ['{"title":"?!"}', 'no words'],
  ])('rejects %s and keeps the lines around it', (line, reason) => {
    const good = '{"id":"2312.00438","title":"Tides"}';
    const { claims, refused } = parseJsonLines(`${good}\n${line}\n${good}`, now);
    expect(claims).toHaveLength(2);
    expect(refused).toEqual([{ line: 2, reason: expect.stringContaining(reason), excerpt: line }]);
  });

  it('leaves out malformed values of other fields', () => {
    const line =
      '{"id":"2312.00438","title":"Tides","abstract":7,"authors":"Ann","date":"2023-02-30","upvotes":-1,"comments":"4","github":"http://a.org/","ai_keywords":{}}';
    expect(parseJsonLines(line, now).claims).toEqual([
      claim({ source: 'file', seenAt: now, arxivId: '2312.00438', title: 'Tides' }),
    ]);
  });

  it('round-trips an export', () => {
    fc.assert(
      fc.property(fc.array(anyFileClaim, { maxLength: 6 }), (claims) => {
        const papers = claims.map((one) => resolve(recordOf(one) as DigestRecord));
        const exported = papers.map((paper) => `${toJsonLine(paper)}\n`).join('');
        expect(parseJsonLines(exported, now)).toEqual({ claims, refused: [] });
      }),
    );
  });

  it('counts rejected entries after the first thousand', () => {
    const { refused } = parseJsonLines('x\n'.repeat(1500), now);
    expect(refused).toHaveLength(1001);
    expect(refused.at(-1)?.reason).toContain('500 more');
  });
});

const topic = { id: 't1', name: 'Tides', query: 'tide gauge', created: now };

describe("Kindred's own file", () => {
  it('round-trips an export', () => {
    const userData: fc.Arbitrary<ExportedUserData> = fc.record({
      topics: fc.array(
        fc.record({
          id: fc.uuid(),
          name: text.filter((name) => name.length <= 120),
          query: text.filter((query) => query.length <= 500),
          created: fc.constant(now),
        }),
        { maxLength: 4 },
      ),
      marks: fc.array(
        fc.record({
          id: fc.constantFrom('arxiv:2401.00001', 'doi:10.1/a', 'title:tides and clocks|lee'),
          read: fc.boolean(),
          saved: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      shelf: fc.array(
        fc.record({
          id: fc.constantFrom('doi:10.1/a', 'title:tides and clocks|lee'),
          title: text,
          authors: fc.array(fc.constantFrom('Ada Lee', '李'), { maxLength: 2 }),
          arxivId: fc.constantFrom(null, '2401.00001'),
          doi: fc.constantFrom(null, '10.1/a'),
          published: fc.constantFrom(null, '2024-01-31'),
        }),
        { maxLength: 3 },
      ),
      ignored: fc.array(
        fc.record(
          {
            thing: fc.record({
              kind: fc.constantFrom('word' as const, 'author' as const, 'paper' as const),
              what: text.filter((what) => /\S/.test(what) && what.length <= 600),
            }),
            paper: fc.record({ id: fc.constant('arxiv:2401.00001'), title: text }),
            at: fc.constant(now),
          },
          { requiredKeys: ['thing', 'at'], noNullPrototype: true },
        ),
        { maxLength: 3 },
      ),
      refused: fc.array(
        fc.record({
          site: fc.constantFrom('arxiv', 'unlisted'),
          id: fc.constantFrom('doi:10.1/a', 'title:tides and clocks|lee'),
          at: fc.constant(now),
        }),
        { maxLength: 3 },
      ),
      settings: fc.record(
        {
          panel: fc.dictionary(
            fc.constantFrom('arxiv:abstract', 'arxiv:pdf'),
            fc.constantFrom('open' as const, 'closed' as const, 'hidden' as const),
            { noNullPrototype: true },
          ),
          readByViewing: fc.boolean(),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    });
    fc.assert(
      fc.property(userData, (data) => {
        const file = toKindredFile(data, now);
        expect(recognizeFormat(file)).toBe('kindred');
        expect(parseKindredFile(file)).toEqual({
          ok: true,
          userData: data,
          exported: now,
          refused: [],
        });
      }),
    );
  });

  it.each([
    ['{"format":"kindred","version":2,"topics":[]}', /newer Kindred.*Update/],
    ['{"format":"kindred","version":"1"}', /not a file that Kindred exported/],
    ['{"format":"other","version":1}', /not a file that Kindred exported/],
    ['{"format":"kindred","version":1,"topics":{}}', /damaged/],
    ['{"format":"kindred","version":1,"topics":[', /cut off/],
  ])('rejects %s with a sentence', (file, message) => {
    expect(parseKindredFile(file)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('keeps what can be read and reports the rest', () => {
    const file = JSON.stringify({
      format: 'kindred',
      version: 1,
      topics: [topic, { ...topic, query: ' ' }, 3],
      marks: [
        { id: 'arxiv:2401.00001', read: true },
        { id: 'javascript:1', read: true },
      ],
      settings: { readByViewing: false, panel: 'all', further: 1 },
    });
    const parsed = parseKindredFile(file);
    expect(parsed).toMatchObject({
      ok: true,
      userData: {
        topics: [topic],
        marks: [{ id: 'arxiv:2401.00001', read: true, saved: false }],
        settings: { readByViewing: false },
      },
      refused: [{ line: 2 }, { line: 3 }, { line: 2 }],
    });
    expect(parsed.ok && Object.keys(parsed.userData.settings)).toEqual(['readByViewing']);
  });
});

describe('recognizing a format', () => {
  const abstract = 'A tide gauge listens to the harbour at night. '.repeat(5);
  it.each([
    ['{"id":"2312.00438","title":"Tides"}', 'json-lines'],
    ['\ufeff \n{"id":"1"}\n{"id":"2"}', 'json-lines'],
    ['damaged\n{"id":"1"}', null],
    ['{damaged\n{"id":"1"}\n', 'json-lines'],
    ['[{"paper":{}}]', 'daily-papers-api'],
    ['{"dailyPapers":[]}', 'daily-papers-api'],
    ['{\n  "date": "2024-08-01",\n  "dailyPapers": [\n', 'daily-papers-api'],
    [
      toKindredFile(
        { topics: [topic], marks: [], shelf: [], ignored: [], refused: [], settings: {} },
        now,
      ),
      'kindred',
    ],
    [JSON.stringify({ version: 1, format: 'kindred' }, null, 2), 'kindred'],
    [`Daily Papers\n\nTides\n\n${abstract}`, 'daily-papers-text'],
    ['Tides\n\n• 3 authors\n·\nMay 2', 'daily-papers-text'],
    ['<!doctype html><html>', null],
    ['<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', 'arxiv-atom'],
    ['Dear all, lunch is at noon.', null],
    ['', null],
  ])('%j is %s', (file, format) => {
    expect(recognizeFormat(file)).toBe(format);
  });
});

describe('importing any text', () => {
  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json({ maxDepth: 4 }),
      fc.constantFrom(
        '{"format":"kindred",',
        '[{"paper":',
        '{"dailyPapers":',
        '{"id":',
        '"version":1',
        '}',
        ']',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('', '\n'),
        (pieces, between) => {
          const reading = parseImport(pieces.join(between), { now });
          expect(reading.ok ? reading.parsed.claims : reading.message).toBeTruthy();
        },
      ),
      { numRuns: 500 },
    );
  });

  it("parses the API's answer, with the file as source", () => {
    const item = (id: string) => ({
      paper: { id, title: 'Tides', summary: 'Text.' },
      numComments: 2,
    });
    const reading = parseImport(JSON.stringify([item('2401.00001'), item('nonsense')]), { now });
    expect(reading).toMatchObject({
      ok: true,
      parsed: {
        format: 'daily-papers-api',
        claims: [{ arxivId: '2401.00001', source: 'file', comments: 2, abstract: 'Text.' }],
        refused: [{ line: 2 }],
      },
    });
  });

  it("parses arXiv's Atom, with the file as source", () => {
    const entry = (id: string) =>
      `<entry><id>${id}</id><title>Tides</title><summary>Text.</summary></entry>`;
    const feed = `<feed>${entry('http://arxiv.org/abs/2401.00001v2')}${entry('urn:x')}</feed>`;
    expect(parseImport(feed, { now })).toMatchObject({
      ok: true,
      parsed: {
        format: 'arxiv-atom',
        claims: [{ arxivId: '2401.00001', source: 'file', abstract: 'Text.' }],
        refused: [{ line: 2, reason: 'its id is not an arXiv id' }],
      },
    });
  });

  it.each(['<feed>', '[{"paper":', '{"dailyPapers":3}', 'Dear all, lunch is at noon.', ''])(
    'refuses %j with a sentence',
    (file) => {
      expect(parseImport(file, { now })).toEqual({
        ok: false,
        message: expect.stringMatching(/Nothing was changed\.$/),
      });
    },
  );
});
