import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BloomFilter } from '../../../../lib/index/segments/bloom-filter.ts';
import { encodeText, inCodePointOrder } from '../../../../lib/index/segments/bytes.ts';
import { StringTable, StringTableWriter } from '../../../../lib/index/segments/string-table.ts';

function filterOf(texts: string[]): BloomFilter {
  const writer = new StringTableWriter();
  for (const text of inCodePointOrder([...new Set(texts)])) writer.add(text, [7, 1_000]);
  return new BloomFilter(new StringTable(writer.toBytes(), 2));
}

it('contains every string of the table', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const filter = filterOf(texts);
      expect(texts.filter((text) => !filter.mayContain(encodeText(text)))).toEqual([]);
    }),
  );
});

it('rejects nearly all other strings', () => {
  const filter = filterOf(Array.from({ length: 2_000 }, (_, i) => `term ${i * 7}`));
  const others = Array.from({ length: 2_000 }, (_, i) => `other ${i}`);
  const passed = others.filter((text) => filter.mayContain(encodeText(text)));
  expect(passed.length).toBeLessThan(120);
});
