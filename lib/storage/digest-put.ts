/** Writes records into the stored digest, inside one transaction. */
import { keysOfRecord, type PutPlan, planPut, undoEntry } from '../digest/put.ts';
import type { PutOptions, PutOutcome } from '../digest/store.ts';
import type { DigestRecord, PaperId } from '../paper/paper.ts';
import type { WriteTransaction } from './database.ts';
import { rowsSharing } from './digest-rows.ts';

type Options = PutOptions & {
  /** No stored row shares a key with any of the records, so none is looked up. */
  isUnknown: boolean;
};

/**
 * Merges records one after another. Their rows are looked up together beforehand, and again for a
 * record whose keys an earlier one has changed.
 */
export async function putRecords(
  transaction: WriteTransaction,
  records: DigestRecord[],
  options: Options,
): Promise<PutOutcome> {
  const outcome: PutOutcome = { added: [], changed: [], merged: [] };
  const lookups = await Promise.all(
    records.map(async (record) => {
      const keys = keysOfRecord(record);
      const sharing = options.isUnknown ? [] : await rowsSharing(transaction, keys);
      return { record, keys, sharing };
    }),
  );
  const aliased = new Set(await transaction.objectStore('aliases').getAllKeys());
  const touched = new Set<PaperId>();
  for (const { record, keys, sharing } of lookups) {
    const isStale = keys.some((key) => touched.has(key));
    const rows = isStale ? await rowsSharing(transaction, keys) : sharing;
    const plan = planPut(record, keys, rows, options.kind);
    if (plan === null) continue;
    requestWrites(transaction, plan, options, aliased);
    for (const key of plan.after.keys) touched.add(key);
    for (const id of plan.absorbed) outcome.merged.push({ from: id, to: plan.after.id });
    if (plan.isAdded) outcome.added.push(plan.after.id);
    else if (plan.isChanged) outcome.changed.push(plan.after.id);
  }
  const added = new Set(outcome.added);
  outcome.changed = [...new Set(outcome.changed)].filter((id) => !added.has(id));
  return outcome;
}

/** Requests the writes of one plan. `aliased`: the ids that are aliases now, kept up to date. */
function requestWrites(
  transaction: WriteTransaction,
  plan: PutPlan,
  { kind, at, undo }: Options,
  aliased: Set<PaperId>,
): void {
  const { id } = plan.after;
  const papers = transaction.objectStore('papers');
  const aliases = transaction.objectStore('aliases');
  const queue = transaction.objectStore('toIndex');
  // Not awaited one by one: a write that fails aborts the transaction, which is awaited.
  const written = (request: Promise<unknown>) => void request.catch(() => {});
  written(papers.put(plan.after));
  for (const former of plan.absorbed) {
    written(papers.delete(former));
    written(queue.add({ id: former, change: 'removed' }));
    written(aliases.put(id, former));
    aliased.add(former);
  }
  if (plan.isNewId && aliased.delete(id)) written(aliases.delete(id));
  if (plan.isNews) written(transaction.objectStore('arrivals').add({ id, kind, at }));
  if (plan.isChanged) written(queue.add({ id, change: 'put' }));
  if (undo !== undefined) written(transaction.objectStore('undo').add(undoEntry(undo, plan)));
}
