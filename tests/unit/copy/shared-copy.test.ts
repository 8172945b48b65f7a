import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedCopy, mostCopyBytes } from '../../../lib/copy/bounded-copy.ts';
import { noteChanges } from '../../../lib/copy/note-changes.ts';
import { emptyCopy, mergeCopies, type SharedCopy } from '../../../lib/copy/shared-copy.ts';
import { shortHash } from '../../../lib/copy/short-hash.ts';
import type { Topic } from '../../../lib/messages/answers.ts';

const now = '2026-03-31T10:00:00.000Z';
const moment = fc
  .integer({ min: 0, max: 120 })
  .map((days) => new Date(Date.parse(now) - days * 86_400_000).toISOString());
const topic = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), query: fc.constantFrom('x', 'y') })
  .map(({ id, query }): Topic => ({ id, name: query, query, created: now }));
const dated = <T>(value: fc.Arbitrary<T>) => fc.record({ at: moment, value });
const key = fc.constantFrom('a', 'b', 'c');
const copy: fc.Arbitrary<SharedCopy> = fc.record({
  topics: fc.dictionary(key, dated(fc.option(topic))),
  read: fc.dictionary(key, dated(fc.boolean())),
  told: fc.dictionary(key, moment),
});

describe('mergeCopies', () => {
  it('comes to the same in any order, grouping and repetition', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        const all = mergeCopies(a, mergeCopies(b, c));
        expect(mergeCopies(mergeCopies(c, a), b)).toEqual(all);
        expect(mergeCopies(all, b)).toEqual(all);
      }),
    );
  });

  it('loses nothing of two computers changed apart', () => {
    const made = fc.uniqueArray(topic, { selector: ({ id }) => id });
    const read = fc.uniqueArray(fc.constantFrom('arxiv:1', 'arxiv:2', 'arxiv:3'));
    const computer = fc.record({ topics: made, read });
    fc.assert(
      fc.property(computer, computer, (one, other) => {
        const [ofOne, ofOther] = [one, other].map(({ topics, read: ids }, at) =>
          noteChanges(
            emptyCopy,
            {
              topics: topics.map((each) => ({ ...each, id: `${each.id}${at}` })),
              marks: Object.fromEntries(ids.map((id) => [id, { read: now, saved: null }])),
              alerts: {},
            },
            now,
          ),
        ) as [SharedCopy, SharedCopy];
        const merged = mergeCopies(ofOne, ofOther);
        expect(Object.keys(merged.topics)).toHaveLength(one.topics.length + other.topics.length);
        for (const id of [...one.read, ...other.read]) {
          expect(merged.read[shortHash(id)]?.value).toBe(true);
        }
      }),
    );
  });
});

describe('noteChanges', () => {
  const own = (topics: Topic[], read: string[] = []) => ({
    topics,
    marks: Object.fromEntries(read.map((id) => [id, { read: now, saved: null }])),
    alerts: { 'arxiv:1': { topics: ['a'], at: now } },
  });
  const a: Topic = { id: 'a', name: 'x', query: 'x', created: now };
  const later = '2026-04-01T10:00:00.000Z';

  it('notes what was made, edited, given up, read and unread, and nothing twice', () => {
    const made = noteChanges(emptyCopy, own([a], ['arxiv:1']), now);
    expect(noteChanges(made, own([a], ['arxiv:1']), later)).toEqual(made);
    const edited = noteChanges(made, own([{ ...a, query: 'y' }]), later);
    expect(edited.topics.a).toEqual({ at: later, value: { ...a, query: 'y' } });
    expect(edited.read[shortHash('arxiv:1')]).toEqual({ at: later, value: false });
    expect(noteChanges(made, own([]), later).topics.a).toEqual({ at: later, value: null });
  });
});

describe('boundedCopy', () => {
  it('holds to its bytes, drops old marks, and says what stayed', () => {
    fc.assert(
      fc.property(copy, fc.integer({ min: 40, max: 900 }), (full, most) => {
        const { copy: kept, left } = boundedCopy(full, now, most);
        expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThanOrEqual(most);
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

  it('has room for 100 topics and 500 marks', () => {
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
      Array.from({ length: 500 }, (_, at) => [shortHash(`arxiv:2603.${at}`), now]),
    );
    expect(Object.keys(told)).toHaveLength(500);
    expect(boundedCopy({ topics, read: {}, told }, now).left).toEqual({ topics: 0, marks: 0 });
    expect(mostCopyBytes).toBe(60_000);
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
