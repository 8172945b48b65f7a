import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/query/parse-query.ts';
import { topicTest, topicTextOf, topicVerdict } from '../../../lib/topics/match-topic.ts';
import { makeTopic, reparseTopic } from '../../../lib/topics/topic.ts';
import { paper } from '../search/papers.ts';

const moe = paper('2603.00001', 'Sparse Mixture-of-Experts', 'We route tokens of text to images.', {
  authors: ['Ada Song', 'Kaiming He'],
  keyTerms: ['load balancing'],
  published: '2026-03-04',
  listedAt: '2026-03-05',
  upvotes: 21,
});

describe('topicTest', () => {
  it.each([
    ['mixture of experts', ['mixture', 'experts']],
    ['"mixture of experts" token', ['mixture of experts', 'token']],
    ['"experts mixture"', null],
    ['mixture-of-experts', ['mixture of experts']],
    ['text-to-image', ['text to image']],
    ['image-to-text', null],
    ['tokens-of-text', ['tokens of text']],
    ['expert', ['expert']],
    ['exper', null],
    ['mixtrue', null],
    ['"load balancing"', ['load balancing']],
    ['song', null],
    ['author:song', ['song']],
    ['author:"kaiming he" routing', ['kaiming he', 'routing']],
    ['title:sparse', ['sparse']],
    ['title:tokens', null],
    ['sparse -dense', ['sparse']],
    ['sparse -token', null],
    ['sparse -"text to images"', null],
    ['sparse -author:song', null],
    ['sparse upvotes:>20', ['sparse']],
    ['sparse upvotes:>21', null],
    ['sparse after:2026-03 source:daily-papers', ['sparse']],
    ['sparse before:2026', null],
    ['upvotes:>20', []],
    ['of the', null],
    ['-dense', null],
    ['', null],
  ])('%j: %j', (query, why) => {
    expect(topicTest(parseQuery(query).query)(topicTextOf(moe))).toEqual(why && { why });
  });

  it('matches a day of 50 papers against 100 topics within 50 ms', () => {
    const abstract = Array.from({ length: 150 }, (_, at) => `word${at % 70}`).join(' ');
    const day = Array.from({ length: 50 }, (_, at) =>
      paper(`2603.${10_000 + at}`, `Sparse experts number${at}`, abstract),
    );
    const topics = Array.from(
      { length: 100 },
      (_, at) => `word${at} "sparse experts" -number${at}`,
    );
    const times = Array.from({ length: 5 }, () => {
      // CPU time of only this thread, whatever else the machine does.
      const start = process.threadCpuUsage();
      const tests = topics.map((query) => topicTest(parseQuery(query).query));
      const texts = day.map(topicTextOf);
      const found = texts.flatMap((text) => tests.filter((test) => test(text) !== null));
      expect(found).toHaveLength(50 * 70 - 50);
      return process.threadCpuUsage(start).user / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('a stored topic', () => {
  it('is named by its query if it has no name, and survives JSON', () => {
    const made = makeTopic({ id: 't', name: ' ', query: ' moe ', created: '2026-03-01T00:00:00Z' });
    expect(made).toMatchObject({ name: 'moe', query: 'moe' });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('is parsed again if other rules parsed it', () => {
    const made = makeTopic({ id: 't', name: 'n', query: 'moe', created: '2026-03-01T00:00:00Z' });
    const old = JSON.parse(JSON.stringify(made));
    old.parsed = { version: 0, clauses: 'unknown' };
    expect(reparseTopic(old)).toEqual(made);
    expect(reparseTopic(made)).toBe(made);
  });
});

describe('what a topic mutes', () => {
  const made = { id: 't', name: '', query: 'sparse', created: '2026-03-01T12:00:00.000Z' };
  it.each([
    [{ kind: 'word', what: 'images' }, null],
    [{ kind: 'word', what: 'vision' }, 'in'],
    [{ kind: 'author', what: 'He, Kaiming' }, null],
    [{ kind: 'author', what: 'He' }, 'in'],
    [{ kind: 'paper', what: 'arxiv:2603.00001' }, null],
  ] as const)('%j: %s', (thing, verdict) => {
    const topic = makeTopic({ ...made, ignored: [thing] });
    expect(topicVerdict(topic)(topicTextOf(moe))).toBe(verdict);
    const few = makeTopic({ ...made, least: 30, ignored: [thing] });
    expect(topicVerdict(few)(topicTextOf(moe))).toBe(verdict === null ? null : 'below');
  });
});
