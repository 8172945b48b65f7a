import { byCodePoint } from '../../index/segments/bytes.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { AddedWords } from './added-words.ts';
import {
  encodeTitles,
  fieldRange,
  type StoredTitles,
  type TitleRow,
  type WordPostings,
} from './stored-titles.ts';

const dropped = 0xffff_ffff;

/** Papers added since: ids by number, null for numbers no longer used, and their words. */
interface AddedTitles {
  papers: readonly (PaperId | null)[];
  rows: ReadonlyMap<PaperId, TitleRow>;
  words: AddedWords;
}

/** The stored form of both. `isRemoved`: whether a stored paper, by number, was removed. */
export function compactTitles(
  stored: StoredTitles,
  isRemoved: (number: number) => boolean,
  added: AddedTitles,
): Uint8Array<ArrayBuffer> {
  const rows: [PaperId, TitleRow][] = [];
  const storedTo = new Uint32Array(stored.size).fill(dropped);
  const addedTo = new Uint32Array(added.papers.length).fill(dropped);
  const addedPapers = added.papers
    .flatMap((id, number) => (id === null ? [] : [{ id, number }]))
    .sort((a, b) => byCodePoint(a.id, b.id));
  let next = 0;
  const insertAdded = (before: PaperId | null) => {
    for (; next < addedPapers.length; next++) {
      const one = addedPapers[next];
      if (one === undefined || (before !== null && byCodePoint(one.id, before) > 0)) return;
      const row = added.rows.get(one.id);
      if (row === undefined) continue;
      addedTo[one.number] = rows.length;
      rows.push([one.id, row]);
    }
  };
  const storedRows = stored.rows();
  stored.ids().forEach((id, number) => {
    const row = storedRows[number];
    if (row === undefined || isRemoved(number)) return;
    insertAdded(id);
    storedTo[number] = rows.length;
    rows.push([id, row]);
  });
  insertAdded(null);
  return encodeTitles(
    rows,
    mergedWords([stored.words(), storedTo], [added.words.words(), addedTo]),
  );
}

/** Words with the new number of each of their papers. */
type Renumbered = [words: WordPostings, newNumbers: Uint32Array];

/** Words of both in code point order, with the postings of the papers that are kept. */
function* mergedWords(...both: [Renumbered, Renumbered]): WordPostings & Generator {
  const [one, other] = both.map(([words]) => words[Symbol.iterator]());
  const heads = [one?.next(), other?.next()];
  for (;;) {
    const [a, b] = heads.map((head) => (head === undefined || head.done ? null : head.value));
    const order = a && b ? byCodePoint(a[0], b[0]) : a ? -1 : 1;
    const postings: number[] = [];
    if (a && order <= 0) {
      addPostings(a[1], both[0][1], postings);
      heads[0] = one?.next();
    }
    if (b && order >= 0) {
      addPostings(b[1], both[1][1], postings);
      heads[1] = other?.next();
    }
    const word = (order <= 0 ? a : b)?.[0];
    if (word === undefined) return;
    if (postings.length > 0) yield [word, Uint32Array.from(postings).sort()];
  }
}

function addPostings(from: ArrayLike<number>, newNumbers: Uint32Array, to: number[]): void {
  for (let i = 0; i < from.length; i++) {
    const posting = from[i] as number;
    const paper = newNumbers[Math.floor(posting / fieldRange)] ?? dropped;
    if (paper !== dropped) to.push(paper * fieldRange + (posting % fieldRange));
  }
}
