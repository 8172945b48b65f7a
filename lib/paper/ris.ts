/**
 * A paper in RIS, the tagged format of reference managers: a tag of two letters, two spaces, a hyphen,
 * a space, a value. Lines end in CR LF, the entry in `ER`. arXiv papers are `UNPB`, unpublished work.
 */
import { plainText } from '../text/plain-text.ts';
import { type CitablePaper, paperUrl } from './citation.ts';

/** The entry, ending in a line break, without unknown fields. */
export function risOf({ authors, published, title, arxivId, doi }: CitablePaper): string {
  const lines: [tag: string, value: string | null][] = [
    ['TY', arxivId === null && doi !== null ? 'JOUR' : 'UNPB'],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', surnameFirst(author)]),
    ['PY', published?.slice(0, 4) ?? null],
    ['DA', published?.replaceAll('-', '/') ?? null],
    ['DO', doi],
    ['AN', arxivId === null ? null : `arXiv:${arxivId}`],
    ['UR', paperUrl({ arxivId, doi })],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${plainText(value)}\r\n`))
    .join('');
}

/** `Yingzi Ma` as `Ma, Yingzi`; a name of one word or with a comma unchanged. */
function surnameFirst(author: string): string {
  const name = plainText(author);
  const words = name.split(' ');
  if (name.includes(',') || words.length < 2) return name;
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}
