/**
 * Titles and abstracts in pieces: words, and the formulas among them. A dollar sign that stands for
 * money is a word.
 */
import { plainText } from '../../lib/text/plain-text.ts';

export type Piece =
  | { tex: null; text: string }
  /** `text` is the formula as it was written, with its signs. */
  | { tex: string; text: string; display: boolean };

/** Of longer texts and formulas, and of more formulas in one text, the source is shown. */
export const longestText = 20_000;
const mostFormulas = 100;

const formula =
  /(?<!\\)\$\$([^$]{1,600})\$\$|\\\[([^$]{1,600}?)\\\]|\\\(([^$]{1,400}?)\\\)|(?<![\\$])\$(?![\s$])((?:\\.|[^$\\]){1,400})(?<!\s)\$(?![\d$])/g;

const dollarSign = '\ue000';

/** White space at the ends is kept, as the next piece stands beside it, and so are signs of money. */
function plain(text: string): string {
  const inside = plainText(text.replace(/\\?\$/g, dollarSign)).replaceAll(dollarSign, '$');
  if (inside === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${inside}${/\s$/.test(text) ? ' ' : ''}`;
}

export function mathPieces(given: string): Piece[] {
  const text = given.trim().slice(0, longestText);
  const pieces: Piece[] = [];
  let at = 0;
  let formulas = 0;
  const words = (until: number) => {
    const between = plain(text.slice(at, until));
    if (between !== '') pieces.push({ tex: null, text: between });
  };
  for (const match of text.matchAll(formula)) {
    if (++formulas > mostFormulas) break;
    const [source, dollars, bracket, paren, dollar] = match;
    words(match.index);
    pieces.push({
      tex: dollars ?? bracket ?? paren ?? dollar ?? '',
      text: source,
      display: (dollars ?? bracket) !== undefined,
    });
    at = match.index + source.length;
  }
  words(text.length);
  return pieces;
}
