/** Looks rows of the digest up by id, former id or key. */
import type { StoredPaper } from '../digest/put.ts';
import type { PaperId } from '../paper/paper.ts';
import type { ReadTransaction } from './database.ts';

/** Aliases may chain but never form a cycle; the bound guards against a damaged database. */
const maxAliasSteps = 10;

/** The id that a former id points to, or the id itself. */
export async function currentId(transaction: ReadTransaction, id: PaperId): Promise<PaperId> {
  let current = id;
  for (let step = 0; step < maxAliasSteps; step++) {
    const next = await transaction.objectStore('aliases').get(current);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

/** The row of an id or former id. */
export async function rowOfId(
  transaction: ReadTransaction,
  id: PaperId,
): Promise<StoredPaper | undefined> {
  const papers = transaction.objectStore('papers');
  return (await papers.get(id)) ?? papers.get(await currentId(transaction, id));
}

/** The rows that share a key with these, each once. */
export async function rowsSharing(
  transaction: ReadTransaction,
  keys: PaperId[],
): Promise<StoredPaper[]> {
  const index = transaction.objectStore('papers').index('keys');
  const found = await Promise.all(keys.map((key) => index.getAll(key)));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}
