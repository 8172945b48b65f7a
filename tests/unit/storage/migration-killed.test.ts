import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LocalUserDataStore } from '../../../lib/storage/user-data-store.ts';
import { userDataKinds } from '../../../lib/user-data/user-data.ts';
import { Life } from '../killable.ts';
import { MemoryArea } from '../memory-storage-area.ts';

const at = '2026-01-01T00:00:00.000Z';
const older = { version: 1, data: { read: ['arxiv:2601.00001', 'arxiv:2601.00002'] } };
const kept = { saved: null };

/** Marks in a third version, two migrations after lists of read ids. */
const rules = {
  ...userDataKinds,
  marks: {
    ...userDataKinds.marks,
    version: 3,
    migrations: {
      1: (data: unknown) => v.parse(v.object({ read: v.array(v.string()) }), data).read,
      2: (data: unknown) =>
        Object.fromEntries(
          v.parse(v.array(v.string()), data).map((id) => [id, { read: at, saved: null }]),
        ),
    },
  },
};

const marks = (...ids: string[]) =>
  Object.fromEntries(ids.map((id) => [id, { read: at, ...kept }]));

describe('a migration killed in any call', () => {
  it('ends in the current data, with a backup of the old value', async () => {
    let calls = Number.POSITIVE_INFINITY;
    for (let nth = 1; nth <= calls; nth++) {
      for (const effect of [true, false]) {
        const area = new MemoryArea();
        await area.set({ 'authored.marks': older });
        const life = new Life(calls === Number.POSITIVE_INFINITY ? calls : nth, effect);
        const first = new LocalUserDataStore(life.wrap(area), rules);
        const change = (store: typeof first) =>
          store.update('marks', (before) => ({ ...before, ...marks('arxiv:2601.00003') }));
        const lived = await life.race(change(first));
        if (lived !== 'died') calls = life.calls;
        const next = new LocalUserDataStore(area, rules);
        const found = Object.keys(await next.get('marks'));
        expect(found.slice(0, 2)).toEqual(older.data.read);
        await change(next);
        expect(await new LocalUserDataStore(area, rules).get('marks')).toEqual(
          marks(...older.data.read, 'arxiv:2601.00003'),
        );
        expect((await area.get('authored.marks.kept'))['authored.marks.kept']).toEqual(older);
      }
    }
    expect(calls).toBe(2);
  });

  it('changes nothing that a newer version wrote, and says so', async () => {
    const area = new MemoryArea();
    const newer = { version: 9, data: { ofTomorrow: true } };
    await area.set({ 'authored.marks': newer });
    const store = new LocalUserDataStore(area, rules);
    const added = (before: object) => ({ ...before, ...marks('arxiv:2601.00003') });
    await expect(store.update('marks', added)).rejects.toThrow('Update Kindred');
    const both = store.updateSeveral(['topics', 'marks'], () => ({ topics: [] }));
    await expect(both).rejects.toThrow('Update Kindred');
    expect(await store.update('marks', (before) => before)).toEqual({});
    expect(await area.get(['authored.marks', 'authored.marks.kept', 'authored.topics'])).toEqual({
      'authored.marks': newer,
    });
  });
});
