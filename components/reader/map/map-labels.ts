/** The labels of papers on the map: short titles, broken into lines that fit. */
import { plainText } from '../../../lib/text/plain-text.ts';

/** Returns the width of a text in pixels. */
type Measure = (text: string) => number;

/** The longest name before a colon that replaces the whole title, in UTF-16 code units. */
const maxNameLength = 32;
const maxLines = 2;

/** `Lumen` for `Lumen: One Tokenizer`; the whole title where no short name precedes a colon. */
export function shortTitle(title: string): string {
  const text = plainText(title);
  const colon = text.search(/[:：]/);
  const name = text.slice(0, colon).trim();
  return colon > 0 && name.length >= 2 && name.length <= maxNameLength ? name : text;
}

/** The width of lines in which none of the first words is broken: from `preferred` up to `max`. */
export function widthFor(text: string, preferred: number, max: number, measure: Measure): number {
  const words = text
    .split(/\s+/)
    .slice(0, maxLines + 1)
    .map(measure);
  return Math.min(max, Math.max(preferred, ...words));
}

/** Breaks a text into at most two lines of `maxWidth`; a longer one ends in an ellipsis. */
export function labelLines(text: string, maxWidth: number, measure: Measure): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  while (words.length > 0) {
    const word = words.shift() as string;
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= maxWidth) {
      line = longer;
      continue;
    }
    if (line === '') {
      const fits = fittingPrefix(word, maxWidth, measure);
      if (fits.length < word.length) words.unshift(word.slice(fits.length));
      line = fits;
    } else words.unshift(word);
    lines.push(line);
    line = '';
    if (lines.length === maxLines) break;
  }
  if (line !== '') return [...lines, line];
  if (words.length > 0)
    lines[maxLines - 1] = ellipsize(lines[maxLines - 1] ?? '', maxWidth, measure);
  return lines;
}

/** The longest prefix that fits, at least one character. */
function fittingPrefix(word: string, maxWidth: number, measure: Measure): string {
  const characters = [...word];
  let count = 1;
  const prefix = (length: number) => characters.slice(0, length).join('');
  while (count < characters.length && measure(prefix(count + 1)) <= maxWidth) count++;
  return prefix(count);
}

/** The words of a line that fit before an ellipsis. */
function ellipsize(line: string, maxWidth: number, measure: Measure): string {
  let text = line;
  while (text !== '' && measure(`${text}…`) > maxWidth) {
    const space = text.lastIndexOf(' ');
    text = space > 0 ? text.slice(0, space) : text.slice(0, -1);
  }
  return `${text.replace(/[\s,;.:–—-]+$/, '')}…`;
}

/** A character's width in em, roughly that of most sans-serif fonts. */
const estimateWidth = (character: string): number => {
  if (/[ilj.,:;'|!()[\]{}]/.test(character)) return 0.32;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.72;
  return /[\u2e80-\uffef]/.test(character) ? 1.02 : 0.58;
};

/** Measures in the font of an element; estimates where there is no canvas, as in tests. */
export function measureOf(element: Element, size: number, weight = 400): Measure {
  const canvas = document.createElement('canvas').getContext?.('2d');
  if (!canvas)
    return (text) => [...text].reduce((sum, character) => sum + estimateWidth(character) * size, 0);
  canvas.font = `${weight} ${size}px ${getComputedStyle(element).fontFamily}`;
  return (text) => canvas.measureText(text).width;
}
