import { describe, expect, it } from 'vitest';
import { passesTextTest, textTestOf } from '../../../lib/query/clause-match.ts';
import { paperTextOf } from '../../../lib/query/paper-text.ts';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import { isText } from '../../../lib/query/parsed-query.ts';

const text = paperTextOf({
  title: 'Sparse Mixture-of-Experts for Schrödinger bridges',
  abstract: 'We study \\textbf{large} language models. Routing follows.',
  summary: { text: 'Unseen, since the abstract is known.', by: 'kindred' },
  keyTerms: ['load balancing', 'networks'],
  authors: ['Kaiming He', 'José García-Márquez'],
});

describe('passesTextTest', () => {
  it.each([
    ['expert', true],
    ['exp', false],
    ['experst', false],
    ['network', true],
    ['"mixture of experts"', true],
    ['"mixture and experts"', false],
    ['mixture-of-experts', true],
    ['experts-mixture', false],
    ['"schrodinger bridge"', true],
    ['"large language model"', true],
    ['"models routing"', true],
    ['"balancing network"', false],
    ['"bridges we"', false],
    ['title:mixture', true],
    ['title:language', false],
    ['author:he', true],
    ['author:"kaiming he"', true],
    ['author:"he kaiming"', false],
    ['author:"he josé"', false],
    ['author:garcia', true],
    ['author:kaim', false],
    ['kaiming', false],
    ['unseen', false],
  ])('%s: %s', (query, holds) => {
    const [clause] = parseQuery(query).query.clauses.filter(isText);
    expect(clause && passesTextTest(textTestOf(clause), text)).toBe(holds);
  });
});
