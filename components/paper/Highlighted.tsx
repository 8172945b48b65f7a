import type { Range } from '../../lib/search/results/search-result.ts';

/** Text with its matches marked; ranges that overlap or lie outside it are cut to fit. */
export function Highlighted({ text, ranges }: { text: string; ranges: Range[] }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** Ranges of a title as they stand in its plain text, word by word; a word of markup is left out. */
export function rangesInPlainText(title: string, plain: string, ranges: Range[]): Range[] {
  if (title === plain) return ranges;
  let from = 0;
  return ranges.flatMap(([start, end]): Range[] => {
    const word = title.slice(start, end);
    const at = word ? plain.indexOf(word, from) : -1;
    if (at < 0) return [];
    from = at + word.length;
    return [[at, from]];
  });
}
