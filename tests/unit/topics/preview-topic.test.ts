import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import { topicTest, topicTextOf } from '../../../lib/topics/match-topic.ts';
import { previewFrom, previewTopic, similarSpellings } from '../../../lib/topics/preview-topic.ts';
import { topicCandidates } from '../../../lib/topics/topic-candidates.ts';
import { earlierMatches, unreadOfTopic } from '../../../lib/topics/topic-news.ts';
import { memoryWords } from '../search/memory-words.ts';
import { paper } from '../search/papers.ts';
import { topic } from './papers.ts';

const now = '2026-03-31T10:00:00.000Z';
const papers = [
  paper('2603.00001', 'Diffusion Models', '', { listedAt: '2026-03-01' }),
  paper('2603.00002', 'Difusion Policies', '', { listedAt: '2026-03-20' }),
  paper('2603.00003', 'A Diffusion Policy', 'Confusion, no, diffusing.', {
    listedAt: '2026-03-30',
  }),
  paper('2603.00004', 'Diffusion Before', '', { listedAt: '2026-02-28' }),
  paper('2603.00005', 'Diffusion Unlisted'),
];
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id.slice(-1));

describe('previewTopic', () => {
  it('counts exact matches of the last 30 days, newest first', () => {
    const { problem, count, matches } = previewTopic('diffusion', papers, now);
    expect({ problem, count, matches: ids(matches) }).toEqual({
      problem: null,
      count: 2,
      matches: ['3', '1', '4'],
    });
  });

  it('keeps those with too few upvotes apart', () => {
    const few = papers.map((one, at) => ({ ...one, upvotes: at * 10 }));
    const { count, matches, below } = previewTopic('diffusion', few, now, { least: 20 });
    expect(count).toBe(2);
    expect(ids(matches)).toEqual(['3', '4']);
    expect({ count: below.count, matches: ids(below.matches) }).toEqual({
      count: 1,
      matches: ['1'],
    });
  });

  it('counts by weeks of seven days, from the first with papers', () => {
    const { weeks } = previewTopic('diffusion', papers, now);
    expect(weeks.map(({ from, upvotes }) => [from, upvotes.length])).toEqual([
      ['2026-02-25', 2],
      ['2026-03-04', 0],
      ['2026-03-11', 0],
      ['2026-03-18', 0],
      ['2026-03-25', 1],
    ]);
  });

  it('has every match in its weeks, and no week outside half a year', () => {
    const listed = fc.integer({ min: 0, max: 400 }).map((days) => {
      const listedAt = new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10);
      return paper(`25${String(days).padStart(5, '0')}`, 'Diffusion', '', { listedAt });
    });
    fc.assert(
      fc.property(fc.array(listed), (all) => {
        const { weeks } = previewTopic('diffusion', all, now);
        const from = previewFrom(now);
        const inside = all.filter(({ listedAt }) => (listedAt ?? '') >= from);
        expect(weeks.flatMap(({ upvotes }) => upvotes)).toHaveLength(inside.length);
        expect(weeks.length).toBeLessThanOrEqual(26);
        expect(weeks.every((week) => week.from >= from)).toBe(true);
        if (weeks[0]) expect(weeks[0].upvotes.length).toBeGreaterThan(0);
      }),
    );
  });

  it('only tests the candidates, where they are known', () => {
    const candidates = new Set(['arxiv:2603.00001']);
    expect(previewTopic('diffusion', papers, now, { candidates }).count).toBe(1);
  });

  it.each([
    ['', 'empty'],
    ['-diffusion', 'only-without'],
    ['of the -diffusion', 'only-common-words'],
    ['diffusion -diffusing', 'contradiction'],
    ['diffusion after:2027 before:2026-06', 'contradiction'],
    ['diffusion upvotes:>20 upvotes:<10', 'contradiction'],
    ['diffusion before:2026-03-31', 'never-new'],
    ['diffusion after:soon', 'bad-date'],
    ['diffusion before:2026-05 -before:2020', null],
    ['"of the"', null],
    ['author:he', null],
    ['upvotes:>20', null],
  ])('%j: %s', (query, code) => {
    expect(previewTopic(query, papers, now).problem?.code ?? null).toBe(code);
  });
});

describe('similarSpellings', () => {
  const digest = {
    get: async (wanted: readonly string[]) => papers.filter(({ id }) => wanted.includes(id)),
  };
  it.each([
    ['diffusion', ['difusion']],
    ['difusion policy', ['diffusion']],
    ['form', []],
    ['-diffusion', []],
  ])('%j: %j', async (query, spellings) => {
    const { query: parsed } = parseQuery(query);
    expect(await similarSpellings(parsed, memoryWords(papers), digest)).toEqual(spellings);
  });
});

describe('topicCandidates', () => {
  it('include every match', async () => {
    const word = fc.constantFrom('diffusion', 'policy', 'a', '"diffusion policy"', '-before');
    const words = memoryWords(papers);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 4 }), async (written) => {
        const { query } = parseQuery(written.join(' '));
        const candidates = await topicCandidates(query, words);
        const test = topicTest(query);
        for (const one of papers) {
          if (test(topicTextOf(one))) expect(candidates?.has(one.id) ?? true).toBe(true);
        }
      }),
    );
  });

  it('are null for a query without words', async () => {
    const words = memoryWords(papers);
    const of = (text: string) => topicCandidates(parseQuery(text).query, words);
    expect(await of('diffusion policies')).toEqual(new Set(['arxiv:2603.00003']));
    expect(await of('zebra diffusion')).toEqual(new Set());
    expect(await of('author:he')).toBeNull();
  });
});

describe('topic news', () => {
  it('includes the ten latest matches listed before the topic was created', () => {
    const many = Array.from({ length: 15 }, (_, at) =>
      paper(`2601.${10_000 + at}`, 'Diffusion', '', { listedAt: '2026-01-01' }),
    );
    const made = topic('t', 'diffusion', '2026-03-29T10:00:00.000Z');
    const newestFirst = [papers[2], papers[0], papers[3], ...many].filter(
      (one) => one !== undefined,
    );
    const earlier = earlierMatches(made, newestFirst);
    expect(earlier).toHaveLength(10);
    expect(ids(earlier).slice(0, 2)).toEqual(['1', '4']);
  });

  it('includes the unread alerts of its own topic', () => {
    const alerts = [
      { work: 'arxiv:1', topicIds: ['t'], at: now },
      { work: 'arxiv:2', topicIds: ['other'], at: now },
    ];
    expect(unreadOfTopic(topic('t', 'x'), alerts, () => false)).toEqual(['arxiv:1']);
  });
});
