/**
 * What an import would do, worked out before anything is stored. Preview and import use the same
 * plan, so that what is shown is what happens; the store keeps what it takes to go back.
 */

import { mergeRecords, recordOf, resolve } from '../digest/merge.ts';
import { AliasTable, type KeyedWork, keysOf } from '../paper/identity.ts';
import type { Claim, DigestRecord, Paper, PaperId } from '../paper/paper.ts';

export interface ImportPlan {
  /** Papers the digest does not hold, as they will read. */
  added: Paper[];
  /** Papers it holds that will read differently, as they will read. */
  changed: Paper[];
  /** Papers about which the import says nothing new. */
  unchanged: number;
  /** What the store is to merge in: one record for each paper added, and for each changed. */
  puts: { added: DigestRecord[]; changed: DigestRecord[] };
}

/** A work as the digest holds it, with every key it is or was known by. */
export type StoredWork = Pick<KeyedWork, 'keys'> & { record: DigestRecord };

interface Work {
  /** As the digest holds it, joined if the import shows that several works are one. */
  before: DigestRecord | null;
  /** What the import says. */
  said: DigestRecord | null;
}

/**
 * Plans the import of `claims` (as the format parsers give them) into a digest. `held` are the
 * digest's works: all of them, or at least those that share a key with a claim. Claims of one
 * work become one; nothing held is ever lost.
 */
export function planImport(claims: Claim[], held: Iterable<StoredWork>): ImportPlan {
  const table = new AliasTable();
  const works = new Map<PaperId, Work>();
  const enter = (keys: PaperId[], entry: Work) => {
    const { id, absorbed } = table.add(keys);
    const joined = [id, ...absorbed].flatMap((one) => works.get(one) ?? []);
    for (const one of absorbed) works.delete(one);
    works.set(id, {
      before: mergeAll([...joined, entry].map(({ before }) => before)),
      said: mergeAll([...joined, entry].map(({ said }) => said)),
    });
  };
  for (const { keys, record } of held) enter(keys, { before: record, said: null });
  for (const claim of claims) {
    const said = recordOf(claim);
    if (said !== null) enter(keysOf(claim), { before: null, said });
  }
  const plan: ImportPlan = {
    added: [],
    changed: [],
    unchanged: 0,
    puts: { added: [], changed: [] },
  };
  for (const work of works.values()) note(plan, work);
  return plan;
}

function note(plan: ImportPlan, { before, said }: Work): void {
  if (said === null) return;
  if (before === null) {
    plan.added.push(resolve(said));
    plan.puts.added.push(said);
    return;
  }
  const after = resolve(mergeRecords(before, said));
  if (reads(after) === reads(resolve(before))) plan.unchanged++;
  else {
    plan.changed.push(after);
    plan.puts.changed.push(said);
  }
}

function mergeAll(records: (DigestRecord | null)[]): DigestRecord | null {
  return records.reduce((a, b) => (a === null ? b : b === null ? a : mergeRecords(a, b)), null);
}

/** A paper as a user sees it: that another source says the same is no change. */
function reads(paper: Paper): string {
  return JSON.stringify({ ...paper, sources: [] });
}
