/** Plain text of titles and abstracts, which come with TeX, HTML tags and unusual white space. */

/** TeX commands of accents and the combining characters of the same accents. */
const accents: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
};

const letters: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
};

/** Whether a text may have markup; all other text needs only its white space collapsed. */
export const mayHaveMarkup = (text: string): boolean => /[\\$<{}&~\u200b-\u200d]/.test(text);

/** Removes TeX and simple HTML markup, keeps its words, and collapses white space. */
export function plainText(text: string): string {
  if (!mayHaveMarkup(text)) {
    return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  }
  return text
    .replace(/<\/?(?:i|b|em|strong|sub|sup|p|br|span|tt|code|jats:[a-z]+)\b[^<>]{0,200}>/gi, ' ')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, ' ')
    .replace(
      /\\(["'`^~=.]|[uvHc](?![a-zA-Z]))\s*\{?\s*\\?([a-zA-Z])\s*\}?/g,
      (_, accent: string, letter: string) => (letter + accents[accent]).normalize('NFC'),
    )
    .replace(
      /\\(ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?![a-zA-Z])\s?/g,
      (_, name: string) => letters[name] ?? '',
    )
    .replace(/\\(?:text|math|emph|operatorname)[a-z]*\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\[a-zA-Z]+/g, (command) => ` ${command.slice(1)} `)
    .replace(/\\([%&#_$])/g, '$1')
    .replace(/[${}\\~]/g, ' ')
    .replace(/\u200c|\u200d/g, '')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}
