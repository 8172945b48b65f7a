import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitQuota, MAX_SYNC_BYTES } from '../../../lib/sync/fit-quota.ts';
import { mergeDuplicateTopics } from '../../../lib/sync/merge-duplicate-topics.ts';
import { firstSync, recordLocalChanges } from '../../../lib/sync/record-local-changes.ts';
import { shortHash } from '../../../lib/sync/short-hash.ts';
import { itemBytes, itemsOf, readItems } from '../../../lib/sync/sync-items.ts';
import { mergeSyncedData, noSyncedData, type SyncedData } from '../../../lib/sync/synced-data.ts';
import type { Topic } from '../../../lib/topics/topic.ts';

const now = '2026-03-31T10:00:00.000Z';
const moment = fc
  .integer({ min: 0, max: 120 })
  .map((days) => new Date(Date.parse(now) - days * 86_400_000).toISOString());
const topic = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), query: fc.constantFrom('x', 'y') })
  .map(({ id, query }): Topic => ({ id, name: query, query, created: now }));
const dated = <T>(value: fc.Arbitrary<T>) => fc.record({ at: moment, value });
const key = fc.constantFrom('a', 'b', 'c');
const copy: fc.Arbitrary<SyncedData> = fc.record({
  topics: fc.dictionary(key, dated(fc.option(topic))),
  read: fc.dictionary(key, dated(fc.boolean())),
  told: fc.dictionary(key, moment),
});

const a: Topic = { id: 'a', name: 'x', query: 'x', created: now };
const later = '2026-04-01T10:00:00.000Z';

describe('mergeSyncedData', () => {
  it('gives the same result in any order, grouping and repetition', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        const all = mergeSyncedData(a, mergeSyncedData(b, c));
        expect(mergeSyncedData(mergeSyncedData(c, a), b)).toEqual(all);
        expect(mergeSyncedData(all, b)).toEqual(all);
      }),
    );
  });

  it('loses nothing of two devices that were changed apart', () => {
    const made = fc.uniqueArray(topic, { selector: ({ id }) => id });
    const read = fc.uniqueArray(fc.constantFrom('arxiv:1', 'arxiv:2', 'arxiv:3'));
    const device = fc.record({ topics: made, read });
    fc.assert(
      fc.property(device, device, (one, other) => {
        const [ofOne, ofOther] = [one, other].map(({ topics, read: ids }, at) =>
          recordLocalChanges(
            noSyncedData,
            [],
            {
              topics: topics.map((each) => ({ ...each, id: `${each.id}${at}` })),
              marks: Object.fromEntries(ids.map((id) => [id, { read: now, saved: null }])),
              alerts: {},
            },
            now,
          ),
        ) as [SyncedData, SyncedData];
        const merged = mergeSyncedData(ofOne, ofOther);
        expect(Object.keys(merged.topics)).toHaveLength(one.topics.length + other.topics.length);
        for (const id of [...one.read, ...other.read]) {
          expect(merged.read[shortHash(id)]?.value).toBe(true);
        }
      }),
    );
  });
});

describe('recordLocalChanges', () => {
  const own = (topics: Topic[], read: string[] = []) => ({
    topics,
    marks: Object.fromEntries(read.map((id) => [id, { read: now, saved: null }])),
    alerts: { 'arxiv:1': { topics: ['a'], at: now } },
  });
  const hash = shortHash('arxiv:1');
  const made = recordLocalChanges(noSyncedData, [], own([a], ['arxiv:1']), now);

  it('records what was created, edited, deleted, read and unread, and nothing twice', () => {
    expect(recordLocalChanges(made, [hash], own([a], ['arxiv:1']), later)).toEqual(made);
    const edited = recordLocalChanges(made, [hash], own([{ ...a, query: 'y' }]), later);
    expect(edited.topics.a).toEqual({ at: later, value: { ...a, query: 'y' } });
    expect(edited.read[hash]).toEqual({ at: later, value: false });
    expect(recordLocalChanges(made, [], own([]), later).topics.a).toEqual({
      at: later,
      value: null,
    });
  });

  it('records no change for papers that were read elsewhere and are not here', () => {
    expect(recordLocalChanges(made, [], own([a]), later).read[hash]).toEqual(made.read[hash]);
  });

  it('recognizes a topic whose keys a browser has sorted', () => {
    const sorted = { created: a.created, id: a.id, name: a.name, query: a.query };
    expect(recordLocalChanges(made, [], own([sorted]), later).topics).toEqual(made.topics);
  });

  it('dates a change after what it changes, whatever the other clock', () => {
    const ahead = { ...made, topics: { a: { at: '2027-01-01T00:00:00.000Z', value: a } } };
    const edited = recordLocalChanges(ahead, [], own([{ ...a, query: 'y' }]), now);
    expect(mergeSyncedData(ahead, edited).topics.a?.value?.query).toBe('y');
  });

  it('keeps at the first sync what other devices deleted, and lets their later changes win', () => {
    const b = { ...a, id: 'b' };
    const shared: SyncedData = {
      ...noSyncedData,
      topics: { a: { at: now, value: null }, b: { at: now, value: { ...b, query: 'y' } } },
    };
    const merged = mergeSyncedData(firstSync(own([a, b]), shared, later), shared);
    expect(merged.topics.a?.value).toEqual(a);
    expect(merged.topics.b?.value?.query).toBe('y');
  });
});

describe('mergeDuplicateTopics', () => {
  it('keeps the oldest of topics that differ in name and day only, on every device', () => {
    const one = { ...a, id: 'one', created: '2026-01-01T00:00:00.000Z' };
    const other = { ...a, id: 'other', name: 'Else' };
    const quiet = { ...a, id: 'quiet', quiet: true };
    const topics = Object.fromEntries(
      [other, one, quiet].map((value) => [value.id, { at: now, value }]),
    );
    const { copy: joined, renamed } = mergeDuplicateTopics({ ...noSyncedData, topics }, now);
    expect([...renamed]).toEqual([['other', 'one']]);
    expect(
      Object.values(joined.topics)
        .flatMap(({ value }) => value?.id ?? [])
        .sort(),
    ).toEqual(['one', 'quiet']);
    expect(mergeDuplicateTopics(joined, later).copy).toBe(joined);
  });
});

describe('fitQuota', () => {
  it('stays below its bytes, drops old marks, and counts what did not fit', () => {
    fc.assert(
      fc.property(copy, fc.integer({ min: 60, max: 900 }), (full, most) => {
        const { copy: kept, left } = fitQuota(full, now, undefined, most);
        const items = Object.entries(itemsOf(kept, 'x'));
        const bytes = items.reduce((sum, item) => sum + itemBytes(...item), 0);
        expect(bytes).toBeLessThanOrEqual(most);
        const since = '2025-12-31T10:00:00.000Z';
        const recent = [
          ...Object.values(full.read).map(({ at }) => at),
          ...Object.values(full.told),
        ].filter((at) => at >= since).length;
        const marks = Object.keys(kept.read).length + Object.keys(kept.told).length;
        expect(marks + left.marks).toBe(recent);
      }),
    );
  });

  it('stays below the browser’s limits of items and bytes per item', () => {
    const long = (id: string, words: number): Topic => ({
      ...a,
      id,
      like: {
        examples: Array.from({ length: words }, (_, at) => `arxiv:2601.${at}`),
        not: [],
        struck: [],
      },
    });
    const given = Array.from({ length: 500 }, (_, at) => [`gone-${at}`, { at: now, value: null }]);
    const topics = Object.fromEntries([['long', { at: now, value: long('long', 700) }], ...given]);
    const { copy: kept, left } = fitQuota({ topics, read: {}, told: {} }, now);
    const items = Object.entries(itemsOf(kept, 'x'));
    expect(items.length).toBeLessThanOrEqual(512);
    for (const item of items) expect(itemBytes(...item)).toBeLessThanOrEqual(8_192);
    expect(left.topics).toBe(101);
    expect(kept.topics.long).toBeUndefined();
  });

  it('has room for 100 topics and 2,000 marks', () => {
    const topics = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => {
        const id = `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`;
        return [
          id,
          { at: now, value: { id, name: 'experts', query: '"mixture of experts"', created: now } },
        ];
      }),
    );
    const told = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [shortHash(`arxiv:2603.${at}`), now]),
    );
    expect(Object.keys(told)).toHaveLength(2_000);
    expect(fitQuota({ topics, read: {}, told }, now).left).toEqual({ topics: 0, marks: 0 });
    expect(MAX_SYNC_BYTES).toBe(60_000);
  });
});

describe('items', () => {
  it('round-trip synced data, and count Chromium’s escape of “<”', () => {
    fc.assert(
      fc.property(copy, (any) => {
        const hashed: SyncedData = {
          topics: Object.fromEntries(
            Object.values(any.topics).flatMap((entry) =>
              entry.value === null ? [] : [[entry.value.id, entry]],
            ),
          ),
          read: Object.fromEntries(Object.entries(any.read).map(([id, e]) => [shortHash(id), e])),
          told: Object.fromEntries(Object.entries(any.told).map(([id, e]) => [shortHash(id), e])),
        };
        expect(readItems(JSON.parse(JSON.stringify(itemsOf(hashed, 'x')))).copy).toEqual(hashed);
      }),
    );
    expect(itemBytes('k', '<')).toBe(9);
  });

  it('that are not Kindred’s or damaged are left out', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'copy',
            'topic.a',
            'topic.__proto__',
            'told.a.0',
            'read.a.7',
            'read.a.8',
            'x',
          ),
          fc.anything(),
        ),
        (items) => {
          const { copy: read } = readItems(items);
          for (const { value } of Object.values(read.topics)) {
            expect(value === null || value.query !== '').toBe(true);
          }
        },
      ),
    );
    const item = { at: now, value: { ...a, query: '' } };
    expect(readItems({ 'topic.a': item, 'told.a.0': 'AAAAAAAA!!!' }).copy).toEqual(noSyncedData);
    expect(readItems({ copy: { version: 2 }, 'topic.a': { at: now, value: a } })).toMatchObject({
      newer: true,
      copy: noSyncedData,
    });
  });
});

it('hashes 50,000 ids without a collision', () => {
  const ids = Array.from(
    { length: 50_000 },
    (_, at) => `arxiv:26${String(at).padStart(2, '0')}.${at}`,
  );
  expect(new Set(ids.map(shortHash)).size).toBe(ids.length);
  expect(shortHash('arxiv:2603.00001')).toMatch(/^[\w-]{8}$/);
});
