/**
 * The opening of an abstract, for where nobody has summarized it.
 */
import { plainText } from '../../lib/text/plain-text.ts';

const enough = 160;
const longest = 320;

/** One or two whole sentences, cut at a word with an ellipsis past 320 characters. */
export function firstSentences(abstract: string): string {
  const sentences = plainText(abstract).split(/(?<=[^.\s]{3}[.!?])\s+(?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  const second = sentences[1];
  if (second && text.length < enough && text.length + second.length < longest) text += ` ${second}`;
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}
