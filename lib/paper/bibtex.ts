/**
 * One paper as a BibTeX entry. arXiv papers after arXiv's own advice: `@misc` with `eprint` and
 * `archivePrefix`; `primaryClass` is left out, for the digest does not know it.
 */
import { plainText } from '../text/plain-text.ts';
import { normalizeTitle } from './identity.ts';
import type { Paper } from './paper.ts';

/** Words that a key does not begin its title part with. */
const smallWords = new Set(
  'a an and are do does for how in is of on the to what when why with'.split(' '),
);

const specials: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Plain text as TeX: `\ { } # $ % & _ ~ ^` escaped. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}#$%&_~^]/g, (character) => specials[character] ?? `\\${character}`);
}

/** A word without capitals, or with one at its start and no digits. */
const plainWord = /^(?:[^\p{Lu}]*|[^\p{L}\p{N}]*\p{Lu}[^\p{Lu}\p{N}]*)$/u;

/** Title words whose capitals carry meaning (`LLaMA`, `3D`, `GPT-4`) in braces, so that styles keep them. */
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
 * The citation key: first author's surname, year, first telling word of the title, as
 * `ma2023dolphins`. The same paper gives the same key; parts that are unknown are left out.
 */
export function bibtexKey(
  paper: Pick<Paper, 'authors' | 'published' | 'title' | 'arxivId'>,
): string {
  const surname = surnameOf(paper.authors[0] ?? '');
  const word = normalizeTitle(paper.title)
    .split(' ')
    .map(ascii)
    .find((one) => /[a-z]./.test(one) && !smallWords.has(one));
  const year = yearOf(paper) ?? '';
  return `${surname}${year}${word ?? ''}` || 'paper';
}

/** The surname of `First Last Jr.` and `Last, First` as a key writes it. */
function surnameOf(author: string): string {
  const comma = author.indexOf(',');
  const words = (comma > 0 ? author.slice(0, comma) : author)
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:jr|sr|i{2,3}|iv)\.?$/i.test(word));
  return ascii(normalizeTitle(words.at(-1) ?? ''));
}

function yearOf({ published, arxivId }: Pick<Paper, 'published' | 'arxivId'>): string | null {
  if (published !== null) return published.slice(0, 4);
  const yearMonth = /(?:^|\/)(\d\d)\d\d/.exec(arxivId ?? '')?.[1];
  if (yearMonth === undefined) return null;
  return `${Number(yearMonth) >= 91 ? '19' : '20'}${yearMonth}`;
}

/**
 * The entry, ending in a line break. An arXiv paper is `@misc`, any other with a DOI `@article`;
 * fields that are unknown are left out.
 */
export function bibtexOf(
  paper: Pick<Paper, 'authors' | 'published' | 'title' | 'arxivId' | 'doi'>,
): string {
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
