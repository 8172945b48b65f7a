/** Splits a title or abstract into text and TeX formulas. A dollar sign before a price is text. */
import { plainText } from '../../lib/text/plain-text.ts';

export type MathPiece =
  | { tex: null; text: string }
  /** `text` is the formula with its delimiters, as it was written. */
  | { tex: string; text: string; display: boolean };

const maxTextLength = 20_000;
/** Formulas beyond this number stay as they were written. */
const maxFormulas = 100;

const formula =
  /(?<!\\)\$\$([^$]{1,600})\$\$|\\\[([^$]{1,600}?)\\\]|\\\(([^$]{1,400}?)\\\)|(?<![\\$])\$(?![\s$])((?:\\.|[^$\\]){1,400})(?<!\s)\$(?![\d$])/g;

/** A private-use character that replaces dollar signs while markup is removed. */
const dollarSign = '\ue000';

/** Plain text with its dollar signs, and with the white space that separates it from formulas. */
function toPlain(text: string): string {
  const inside = plainText(text.replace(/\\?\$/g, dollarSign)).replaceAll(dollarSign, '$');
  if (inside === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${inside}${/\s$/.test(text) ? ' ' : ''}`;
}

export function splitMath(source: string): MathPiece[] {
  const text = source.trim().slice(0, maxTextLength);
  const pieces: MathPiece[] = [];
  let at = 0;
  let formulas = 0;
  const addText = (end: number) => {
    const between = toPlain(text.slice(at, end));
    if (between !== '') pieces.push({ tex: null, text: between });
  };
  for (const match of text.matchAll(formula)) {
    if (++formulas > maxFormulas) break;
    const [written, dollars, bracket, paren, dollar] = match;
    addText(match.index);
    pieces.push({
      tex: dollars ?? bracket ?? paren ?? dollar ?? '',
      text: written,
      display: (dollars ?? bracket) !== undefined,
    });
    at = match.index + written.length;
  }
  addText(text.length);
  return pieces;
}
