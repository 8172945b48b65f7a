/**
 * One paper in RIS, the tagged format of reference managers: two letters, two spaces, a hyphen, a
 * space, a value; lines end in CR LF and an entry in `ER`. arXiv papers are `UNPB`, unpublished work.
 */
import { plainText } from '../text/plain-text.ts';
import { type CitablePaper, paperUrl } from './citation.ts';

/** The entry, ending in a line break; what is unknown is left out. */
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

/** `Ma, Yingzi` of `Yingzi Ma`; a name with a comma or of one word stays. */
function surnameFirst(author: string): string {
  const name = plainText(author);
  const words = name.split(' ');
  if (name.includes(',') || words.length < 2) return name;
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}
