/** Stored titles and those that came since, folded into one. */
import { byCodePoint } from '../../index/segments/bytes.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { LineWords } from './line-words.ts';
import {
  fieldRoom,
  type StoredTitles,
  storedTitles,
  type TitleRow,
  type WordPostings,
} from './stored-titles.ts';

const leftOut = 0xffff_ffff;

/** What came since: papers by number, null for numbers given up, and their words. */
export interface AddedTitles {
  papers: readonly (PaperId | null)[];
  rows: ReadonlyMap<PaperId, TitleRow>;
  words: LineWords;
}

/** The bytes of both. `isGone`: whether a stored paper, by number, is no longer held. */
export function compactTitles(
  stored: StoredTitles,
  isGone: (number: number) => boolean,
  later: AddedTitles,
): Uint8Array<ArrayBuffer> {
  const rows: [PaperId, TitleRow][] = [];
  const movedStored = new Uint32Array(stored.size).fill(leftOut);
  const movedLater = new Uint32Array(later.papers.length).fill(leftOut);
  const laterOnes = later.papers
    .flatMap((id, number) => (id === null ? [] : [{ id, number }]))
    .sort((a, b) => byCodePoint(a.id, b.id));
  let next = 0;
  const takeLater = (before: PaperId | null) => {
    for (; next < laterOnes.length; next++) {
      const one = laterOnes[next];
      if (one === undefined || (before !== null && byCodePoint(one.id, before) > 0)) return;
      const row = later.rows.get(one.id);
      if (row === undefined) continue;
      movedLater[one.number] = rows.length;
      rows.push([one.id, row]);
    }
  };
  const storedRows = stored.rows();
  stored.ids().forEach((id, number) => {
    const row = storedRows[number];
    if (row === undefined || isGone(number)) return;
    takeLater(id);
    movedStored[number] = rows.length;
    rows.push([id, row]);
  });
  takeLater(null);
  return storedTitles(
    rows,
    together([stored.words(), movedStored], [later.words.words(), movedLater]),
  );
}

type Renumbered = [words: WordPostings, moved: Uint32Array];

/** Words of both in code point order, with the postings of the papers that are held. */
function* together(...both: [Renumbered, Renumbered]): WordPostings & Generator {
  const [one, other] = both.map(([words]) => words[Symbol.iterator]());
  const heads = [one?.next(), other?.next()];
  for (;;) {
    const [a, b] = heads.map((head) => (head === undefined || head.done ? null : head.value));
    const order = a && b ? byCodePoint(a[0], b[0]) : a ? -1 : 1;
    const postings: number[] = [];
    if (a && order <= 0) {
      take(a[1], both[0][1], postings);
      heads[0] = one?.next();
    }
    if (b && order >= 0) {
      take(b[1], both[1][1], postings);
      heads[1] = other?.next();
    }
    const word = (order <= 0 ? a : b)?.[0];
    if (word === undefined) return;
    if (postings.length > 0) yield [word, Uint32Array.from(postings).sort()];
  }
}

function take(from: ArrayLike<number>, moved: Uint32Array, to: number[]): void {
  for (let i = 0; i < from.length; i++) {
    const posting = from[i] as number;
    const paper = moved[Math.floor(posting / fieldRoom)] ?? leftOut;
    if (paper !== leftOut) to.push(paper * fieldRoom + (posting % fieldRoom));
  }
}
