import { expect, it } from 'vitest';
import { noteChanges, untold } from '../../../lib/copy/note-changes.ts';
import { emptyCopy, mergeCopies, type SharedCopy } from '../../../lib/copy/shared-copy.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { type Alert, sortArrivals, type Waiting } from '../../../lib/topics/alerts.ts';
import { alertsOf, withAlerts } from '../../../lib/topics/read-stored.ts';
import { makeTopic } from '../../../lib/topics/topic.ts';
import { recount } from '../../../lib/topics/waiting.ts';
import { paper } from '../search/papers.ts';

const days = 1_000;
const start = Date.parse('2026-01-01T00:00:00.000Z');
const at = (day: number, hour: number) =>
  new Date(start + day * 86_400_000 + hour * 3_600_000).toISOString();
const created = new Date(start - 86_400_000).toISOString();
const topics = [
  makeTopic({ id: 'plain', name: '', query: 'sparse', created }),
  makeTopic({ id: 'limited', name: '', query: 'experts', created, least: 20 }),
];

/** What a computer has stored; everything else is gone at a restart. */
interface Computer {
  alerts: Record<string, { topics: string[]; at: string; passed?: Record<string, number> }>;
  waiting: Waiting[];
  copy: SharedCopy;
}

/** A generator of its own, so that every run is the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('announces nothing twice and misses nothing in 1,000 days on two computers', () => {
  const chance = random(7);
  const announced = new Map<string, number>();
  const papers = new Map<string, Paper>();
  const due = new Set<string>();
  let computers: Computer[] = [0, 1].map(() => ({ alerts: {}, waiting: [], copy: emptyCopy }));

  function check(own: Computer, day: number, hour: number, arrivals: Paper[]): Computer {
    const now = at(day, hour);
    const known = alertsOf(own.alerts);
    const came = arrivals.map((one) => ({ paper: one, kind: 'check' as const, at: now }));
    const news = sortArrivals({ topics, arrivals: came, alerted: known, now });
    const waiting = [...own.waiting, ...news.waiting];
    const counted = recount({
      topics,
      waiting,
      papers,
      alerted: [...known, ...news.alerts],
      now,
    });
    const raised = new Map<string, Alert>(
      [...news.alerts, ...counted.alerts].map((alert) => [alert.work, alert]),
    );
    const isKnown = new Set(known.map(({ work }) => work));
    const fresh = [...raised.values()].filter(({ work }) => !isKnown.has(work));
    // Stored first, announced after: a computer that stops in between stores the same again.
    const alerts = withAlerts(own.alerts, [...raised.values()]);
    for (const { work } of untold(fresh, own.copy)) {
      announced.set(work, (announced.get(work) ?? 0) + 1);
    }
    const copy = noteChanges(own.copy, { topics, marks: {}, alerts }, now);
    return { alerts, waiting: counted.waiting, copy };
  }

  for (let day = 0; day < days; day++) {
    const today: Paper[] = [];
    for (let number = 0; number < 3; number++) {
      const title = chance() < 0.5 ? 'Sparse' : chance() < 0.5 ? 'Experts' : 'Dense';
      const upvotes = Math.floor(chance() * 30);
      const listedAt = at(day, 0).slice(0, 10);
      const one = { ...paper(`${day}.${number}`, title, '', { listedAt, upvotes }) };
      const named = { ...one, id: `arxiv:${day}.${number}`, arxivId: `${day}.${number}` };
      papers.set(named.id, named);
      today.push(named);
      if (title === 'Sparse' || (title === 'Experts' && upvotes >= 20)) due.add(named.id);
    }
    // Counts grow; a paper may pass a topic's limit days after it was listed.
    for (const [id, one] of papers) {
      if (chance() < 0.05 && one.upvotes !== null && one.title === 'Experts') {
        papers.set(id, { ...one, upvotes: one.upvotes + 3 });
        const age = day - Number(one.arxivId?.split('.')[0]);
        if (one.upvotes + 3 >= 20 && age < 14) due.add(id);
      }
      if (day - Number(one.arxivId?.split('.')[0]) > 16) papers.delete(id);
    }
    // A new version, a second day or a replayed queue brings papers again.
    const again = [...papers.values()].filter(() => chance() < 0.1);
    const arrivals = [...today, ...again].map((one) => papers.get(one.id) ?? one);
    computers = computers.map((own, number) => {
      // The second is often off, for days on end; the account brings the first's copy before it checks.
      if (number === 1 && (day % 20 < 6 || chance() < 0.3)) return own;
      let state = { ...own, copy: mergeCopies(own.copy, computers[0]?.copy ?? emptyCopy) };
      const runs = chance() < 0.2 ? 2 : 1;
      for (let run = 0; run < runs; run++) state = check(state, day, 6 + number * 3, arrivals);
      const restarted = chance() < 0.1 ? (JSON.parse(JSON.stringify(state)) as Computer) : state;
      computers[number] = restarted;
      return restarted;
    });
    const [first, second] = computers as [Computer, Computer];
    const shared = mergeCopies(first.copy, second.copy);
    computers = [
      { ...first, copy: shared },
      { ...second, copy: second.copy },
    ];
  }

  expect([...announced.values()].filter((times) => times > 1)).toEqual([]);
  expect([...due].filter((id) => !announced.has(id))).toEqual([]);
  expect(announced.size).toBeGreaterThan(1_000);
});
