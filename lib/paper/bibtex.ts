/**
 * A paper as a BibTeX entry. arXiv papers follow https://info.arxiv.org/help/hypertex/bibstyles:
 * `@misc` with `eprint` and `archivePrefix`, but without `primaryClass`, which the digest lacks.
 */
import { plainText } from '../text/plain-text.ts';
import type { CitablePaper } from './citation.ts';
import { normalizeTitle } from './identity.ts';

/** Title words that a citation key skips. */
const skippedWords = new Set(
  'a an and are do does for how in is of on the to what when why with'.split(' '),
);

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes the special characters of TeX: `\ { } # $ % & _ ~ ^`. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}#$%&_~^]/g, (character) => escapes[character] ?? `\\${character}`);
}

/** A word whose capitals a bibliography style may change: none, or one at its start and no digits. */
const plainWord = /^(?:[^\p{Lu}]*|[^\p{L}\p{N}]*\p{Lu}[^\p{Lu}\p{N}]*)$/u;

/** A title in which braces protect words like `LLaMA`, `3D`, `GPT-4` from changes of case. */
function titleAsTex(title: string): string {
  return plainText(title)
    .split(' ')
    .map((word) => {
      const escaped = escapeTex(word);
      return plainWord.test(word) ? escaped : `{${escaped}}`;
    })
    .join(' ');
}

function ascii(word: string): string {
  return word.replace(/[^a-z0-9]/g, '');
}

/**
 * The citation key, such as `ma2023dolphins`: the first author's surname, the year, and the first
 * word of the title that is not skipped, without unknown parts. Deterministic.
 */
export function bibtexKey(paper: CitablePaper): string {
  const surname = surnameOf(paper.authors[0] ?? '');
  const word = normalizeTitle(paper.title)
    .split(' ')
    .map(ascii)
    .find((one) => /[a-z]./.test(one) && !skippedWords.has(one));
  const year = yearOf(paper) ?? '';
  return `${surname}${year}${word ?? ''}` || 'paper';
}

/** The surname of `First Last Jr.` or `Last, First` in lower-case ASCII. */
function surnameOf(author: string): string {
  const comma = author.indexOf(',');
  const words = (comma > 0 ? author.slice(0, comma) : author)
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:jr|sr|i{2,3}|iv)\.?$/i.test(word));
  return ascii(normalizeTitle(words.at(-1) ?? ''));
}

function yearOf({
  published,
  arxivId,
}: Pick<CitablePaper, 'published' | 'arxivId'>): string | null {
  if (published !== null) return published.slice(0, 4);
  const yearMonth = /(?:^|\/)(\d\d)\d\d/.exec(arxivId ?? '')?.[1];
  if (yearMonth === undefined) return null;
  return `${Number(yearMonth) >= 91 ? '19' : '20'}${yearMonth}`;
}

/**
 * The entry, ending in a line break, without unknown fields. Papers of arXiv and papers without DOI
 * are `@misc`, others `@article`.
 */
export function bibtexOf(paper: CitablePaper): string {
  const { arxivId, doi } = paper;
  const fields: [name: string, value: string | null][] = [
    ['title', titleAsTex(paper.title)],
    ['author', paper.authors.map((author) => escapeTex(plainText(author))).join(' and ') || null],
    ['year', yearOf(paper)],
    ['eprint', arxivId],
    ['archivePrefix', arxivId === null ? null : 'arXiv'],
    ['doi', doi?.replace(/[{}\\]/g, encodeURIComponent) ?? null],
    ['url', arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}},`],
  );
  const kind = arxivId === null && doi !== null ? 'article' : 'misc';
  return `@${kind}{${bibtexKey(paper)},\n${lines.join('\n')}\n}\n`;
}
