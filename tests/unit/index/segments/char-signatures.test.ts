import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inCodePointOrder } from '../../../../lib/index/segments/bytes.ts';
import { CharSignatures } from '../../../../lib/index/segments/char-signatures.ts';
import { StringTable, StringTableWriter } from '../../../../lib/index/segments/string-table.ts';

function setsOf(texts: string[]) {
  const sorted = inCodePointOrder([...new Set(texts)]);
  const writer = new StringTableWriter();
  for (const text of sorted) writer.add(text, []);
  const sets = new CharSignatures(new StringTable(writer.toBytes(), 0));
  return (wanted: string, edits: number) => {
    const near = sets.mayMatch(wanted, edits);
    return sorted.filter((_, index) => near(index));
  };
}

const letter = fc.constantFrom('a', 'b', 'c', 'A', '1', 'é', 'ß', '文', '字', '𝛼', '\0');
const word = fc.array(letter, { maxLength: 9 });
const edit = fc.record({
  how: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
  at: fc.nat(8),
  letter,
});

it('accepts every word within the allowed edits', () => {
  fc.assert(
    fc.property(word, fc.array(edit, { maxLength: 2 }), fc.array(word), (from, edits, others) => {
      const to = [...from];
      for (const { how, at, letter } of edits) {
        if (how === 'insert') to.splice(at, 0, letter);
        else if (how === 'delete') to.splice(at, 1);
        else if (how === 'replace' && at < to.length) to[at] = letter;
        else if (how === 'swap' && at + 1 < to.length) to.splice(at, 0, ...to.splice(at + 1, 1));
      }
      const near = setsOf([to.join(''), ...others.map((one) => one.join(''))]);
      expect(near(from.join(''), edits.length)).toContain(to.join(''));
    }),
  );
});

it('rejects words of other lengths and letters, and of a repeated letter', () => {
  const near = setsOf(['cat', 'cats', 'cast', 'dog', 'tact', 'catalog', 'tease', 'taste']);
  expect(near('cat', 0)).toEqual(['cat']);
  expect(near('cat', 1)).toEqual(['cast', 'cat', 'cats', 'tact']);
  expect(near('taste', 0)).toEqual(['taste']);
});
