import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import type { Clause } from '../../../lib/query/parsed-query.ts';
import { problemSentence } from '../../../lib/query/problems.ts';

/** A clause in short form: `-field:"words"`, or its range. */
function short(clause: Clause): string {
  const minus = clause.without ? '-' : '';
  switch (clause.kind) {
    case 'text': {
      const words = clause.words.join(' ');
      const field = clause.field === 'any' ? '' : `${clause.field}:`;
      return minus + field + (clause.quoted ? `"${words}"` : words);
    }
    case 'days':
      return `${minus}${clause.from ?? ''}..${clause.to ?? ''}`;
    case 'upvotes':
      return `${minus}▲${clause.least ?? ''}..${clause.most ?? ''}`;
    case 'source':
      return `${minus}@${clause.source}`;
  }
}

describe('parseQuery', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['diffusion  models', ['diffusion', 'models']],
    ['"mixture of experts" routing', ['"mixture of experts"', 'routing']],
    ['“mixture of experts”', ['"mixture of experts"']],
    ['-vision -"video diffusion" -author:song', ['-vision', '-"video diffusion"', '-author:song']],
    ['author:"Kaiming He"', ['author:"Kaiming He"']],
    ['Author: hinton capsules', ['author:hinton', 'capsules']],
    ['title:mamba', ['title:mamba']],
    ['state-of-the-art', ['state of the art']],
    ['communication - a survey', ['communication', 'a', 'survey']],
    ['BERT: Pre-training of Transformers', ['BERT', 'Pre-training', 'of', 'Transformers']],
    ['GPT-4', ['GPT 4']],
    ['after:2025-03 before:2025', ['2025-03-01..', '..2024-12-31']],
    ['since:2024-02-29 until:2024-03', ['2024-02-29..', '..2024-02-29']],
    ['year:2024', ['2024-01-01..2024-12-31']],
    ['year:2023-2024 -year:2024-02', ['2023-01-01..2024-12-31', '-2024-02-01..2024-02-29']],
    ['upvotes:>20', ['▲21..']],
    ['upvotes>=20 upvotes:20', ['▲20..', '▲20..']],
    ['upvotes:<5 upvotes:5-9 upvotes:=7 upvotes:<=4', ['▲..4', '▲5..9', '▲7..7', '▲..4']],
    ['source:arxiv source:HF', ['@arxiv', '@daily-papers']],
    ['"unclosed phrase', ['"unclosed phrase"']],
    ['author:', []],
    ['"" - " "', []],
  ])('reads %j', (text, clauses) => {
    const { query, problems } = parseQuery(text);
    expect(query.clauses.map(short)).toEqual(clauses);
    expect(problems).toEqual([]);
    expect(query.source).toBe(text);
  });

  it.each([
    ['after:soon diffusion', 'bad-date', 'after:soon'],
    ['diffusion before:2025-13', 'bad-date', 'before:2025-13'],
    ['diffusion year:2023-02-29', 'bad-date', 'year:2023-02-29'],
    ['upvotes:many diffusion', 'bad-number', 'upvotes:many'],
    ['diffusion -source:twitter', 'bad-source', '-source:twitter'],
    ['source:constructor diffusion', 'bad-source', 'source:constructor'],
  ])('explains %j and keeps the rest', (text, code, piece) => {
    const { query, problems } = parseQuery(text);
    expect(problems).toEqual([{ code, text: piece }]);
    expect(query.clauses.map(short)).toEqual(['diffusion']);
    expect(problems.map(problemSentence).join()).toContain(`“${piece}”`);
  });

  it.each([
    ['diffu', true],
    ['diffusion ', false],
    ['diffusion.', false],
    ['"mixture of exp', true],
    ['"mixture of experts"', false],
    ['author:kai', true],
    ['diffusion -vis', false],
    ['diffusion after:2025', false],
    ['', false],
  ])('knows whether %j ends inside a word', (text, unfinished) => {
    expect(parseQuery(text).query.unfinished).toBe(unfinished);
  });

  it('parses any text into JSON', () => {
    const piece = fc.constantFrom('-', '"', ':', 'author:', 'after:', '20', 'upvotes:>', ' ', 'né');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const { query } = parseQuery(pieces.join(''));
        expect(JSON.parse(JSON.stringify(query))).toEqual(query);
        for (const clause of query.clauses) {
          if (clause.kind === 'text') expect(clause.words.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keeps every word of plain prose', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { query } = parseQuery(words.join(' '));
        expect(query.clauses.map(short)).toEqual(words);
      }),
    );
  });
});
