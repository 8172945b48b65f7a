/**
 * Plans an import before anything is stored. Preview and import use the same plan, so that what is
 * shown is what happens.
 */
import { mergeRecords, recordOf, resolve } from '../digest/merge.ts';
import { AliasTable, type KeyedWork, keysOf } from '../paper/identity.ts';
import type { Claim, DigestRecord, Paper, PaperId } from '../paper/paper.ts';

export interface ImportPlan {
  /** Papers that the digest does not have, as they will read. */
  added: Paper[];
  /** Papers of the digest that will read differently, as they will read. */
  changed: Paper[];
  unchanged: number;
  /** The records to store: one per added and per changed paper. */
  puts: { added: DigestRecord[]; changed: DigestRecord[] };
}

/** A stored record with every key that its paper is or was known by. */
export type StoredWork = Pick<KeyedWork, 'keys'> & { record: DigestRecord };

interface PlannedPaper {
  /** The stored record, merged where the import shows that several papers are one. */
  before: DigestRecord | null;
  imported: DigestRecord | null;
}

/**
 * Plans the import of claims into a digest. `stored` are the digest's records: all of them, or at
 * least those that share a key with a claim. Claims of one paper become one record.
 */
export function planImport(claims: Claim[], stored: Iterable<StoredWork>): ImportPlan {
  const table = new AliasTable();
  const papers = new Map<PaperId, PlannedPaper>();
  const enter = (keys: PaperId[], entry: PlannedPaper) => {
    const { id, absorbed } = table.add(keys);
    const merged = [id, ...absorbed].flatMap((one) => papers.get(one) ?? []);
    for (const one of absorbed) papers.delete(one);
    papers.set(id, {
      before: mergeAll([...merged, entry].map(({ before }) => before)),
      imported: mergeAll([...merged, entry].map(({ imported }) => imported)),
    });
  };
  for (const { keys, record } of stored) enter(keys, { before: record, imported: null });
  for (const claim of claims) {
    const imported = recordOf(claim);
    if (imported !== null) enter(keysOf(claim), { before: null, imported });
  }
  const plan: ImportPlan = {
    added: [],
    changed: [],
    unchanged: 0,
    puts: { added: [], changed: [] },
  };
  for (const paper of papers.values()) addToPlan(plan, paper);
  return plan;
}

function addToPlan(plan: ImportPlan, { before, imported }: PlannedPaper): void {
  if (imported === null) return;
  if (before === null) {
    plan.added.push(resolve(imported));
    plan.puts.added.push(imported);
    return;
  }
  const after = resolve(mergeRecords(before, imported));
  if (visibleText(after) === visibleText(resolve(before))) plan.unchanged++;
  else {
    plan.changed.push(after);
    plan.puts.changed.push(imported);
  }
}

function mergeAll(records: (DigestRecord | null)[]): DigestRecord | null {
  return records.reduce((a, b) => (a === null ? b : b === null ? a : mergeRecords(a, b)), null);
}

/** What a user sees of a paper: that another source says the same is not a change. */
function visibleText(paper: Paper): string {
  return JSON.stringify({ ...paper, sources: [] });
}
