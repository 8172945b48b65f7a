import { plainText } from '../../lib/text/plain-text.ts';

/** A shorter first sentence is followed by the second. */
const minLength = 160;
const maxLength = 320;

/**
 * Returns the first sentence of an abstract, or the first two where they are short; past 320
 * characters it is cut at a word, with an ellipsis.
 */
export function firstSentences(abstract: string): string {
  const sentences = plainText(abstract).split(/(?<=[^.\s]{3}[.!?])\s+(?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  const second = sentences[1];
  if (second && text.length < minLength && text.length + second.length < maxLength)
    text += ` ${second}`;
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength).replace(/\s+\S*$/, '')}…`;
}
