/** What is written beside a paper on the map, in lines that fit. */
import { plainText } from '../../../lib/text/plain-text.ts';

/** Width of a text in pixels. */
export type Measure = (text: string) => number;

/** A name before a colon, of at most so many signs, stands for the whole title. */
const longestName = 32;
const mostLines = 2;

/** The name of a paper that has one before a colon, else its title. */
export function shortTitle(title: string): string {
  const text = plainText(title);
  const colon = text.search(/[:：]/);
  const name = text.slice(0, colon).trim();
  return colon > 0 && name.length >= 2 && name.length <= longestName ? name : text;
}

/** How wide lines must be so that no word of the first few is broken, up to `most`. */
export function widthFor(text: string, wished: number, most: number, measure: Measure): number {
  const words = text
    .split(/\s+/)
    .slice(0, mostLines + 1)
    .map(measure);
  return Math.min(most, Math.max(wished, ...words));
}

/** A text in at most two lines no wider than `widest`, cut at a word where it is longer. */
export function labelLines(text: string, widest: number, measure: Measure): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  while (words.length > 0) {
    const word = words.shift() as string;
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= widest) {
      line = longer;
      continue;
    }
    if (line === '') {
      const fits = beginning(word, widest, measure);
      if (fits.length < word.length) words.unshift(word.slice(fits.length));
      line = fits;
    } else words.unshift(word);
    lines.push(line);
    line = '';
    if (lines.length === mostLines) break;
  }
  if (line !== '') return [...lines, line];
  if (words.length > 0) lines[mostLines - 1] = cut(lines[mostLines - 1] ?? '', widest, measure);
  return lines;
}

/** As many signs as fit, at least one. */
function beginning(word: string, widest: number, measure: Measure): string {
  const signs = [...word];
  let count = 1;
  while (count < signs.length && measure(signs.slice(0, count + 1).join('')) <= widest) count++;
  return signs.slice(0, count).join('');
}

/** Words that fit with the sign that there are more. */
function cut(line: string, widest: number, measure: Measure): string {
  let text = line;
  while (text !== '' && measure(`${text}…`) > widest) {
    const space = text.lastIndexOf(' ');
    text = space > 0 ? text.slice(0, space) : text.slice(0, -1);
  }
  return `${text.replace(/[\s,;.:–—-]+$/, '')}…`;
}

/** Widths as most fonts have them, where no canvas measures: in parts of the size. */
const roughly = (sign: string): number => {
  if (/[ilj.,:;'|!()[\]{}]/.test(sign)) return 0.32;
  if (/[mwMW@%]/.test(sign)) return 0.92;
  if (/[A-Z]/.test(sign)) return 0.72;
  return /[\u2e80-\uffef]/.test(sign) ? 1.02 : 0.58;
};

/** Measures by a canvas in the font of an element, else roughly. */
export function measureOf(element: Element, size: number, weight = 400): Measure {
  const canvas = document.createElement('canvas').getContext?.('2d');
  if (!canvas) return (text) => [...text].reduce((sum, sign) => sum + roughly(sign) * size, 0);
  canvas.font = `${weight} ${size}px ${getComputedStyle(element).fontFamily}`;
  return (text) => canvas.measureText(text).width;
}
