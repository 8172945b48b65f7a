import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import { topicTest, topicTextOf } from '../../../lib/topics/match-topic.ts';
import { topicCandidates } from '../../../lib/topics/topic-candidates.ts';
import { scanTest } from '../../../lib/topics/topic-scan.ts';
import { memoryWords } from '../search/memory-words.ts';
import { paper } from '../search/papers.ts';

const words = [
  'mixture',
  'of',
  'experts',
  'expert',
  'pre-training',
  'pretrained',
  'Training',
  'text-to-image',
  'Gödel',
  '$\\alpha$',
  'GPT-4',
  'studies',
  'study',
  '扩散模型',
  '.',
  'Song',
];
const text = fc
  .array(fc.constantFrom(...words), { maxLength: 8 })
  .map((written) => written.join(' '));
const clause = fc
  .tuple(fc.constantFrom('', '-', 'title:', 'author:', '-title:'), text, fc.boolean())
  .map(([field, value, quoted]) =>
    quoted ? `${field}"${value}"` : `${field}${value.split(' ')[0]}`,
  );

it('has the same result as the test of tokenized papers, with candidates and without', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(clause, { minLength: 1, maxLength: 3 }),
      text,
      text,
      fc.array(text, { maxLength: 2 }),
      async (clauses, title, abstract, authors) => {
        const { query } = parseQuery(clauses.join(' '));
        const one = paper('2603.00001', title, abstract, { authors, keyTerms: authors });
        const matches = topicTest(query)(topicTextOf(one)) !== null;
        expect(scanTest(query)(one)).toBe(matches);
        const candidates = await topicCandidates(
          query,
          memoryWords([{ ...one, abstract: [abstract, ...authors].join('\n') }]),
        );
        expect(scanTest(query, candidates)(one)).toBe(matches);
      },
    ),
    { numRuns: 2_000 },
  );
});
