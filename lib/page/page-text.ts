/** Text of a page as bounded plain text: entities decoded, tags out, white space collapsed. */

/** Longest title, abstract and name kept, in UTF-16 units, and most authors. */
export const pageTextLimits = { title: 1000, abstract: 20_000, author: 200, authors: 5000 };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (all, decimal, hex, name) => {
      if (name) return entities[name] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
    },
  );
}

const tag =
  /<\/?(?:a|b|br|em|font|i|italic|p|small|span|strong|sub|sup|tt|u|div|h\d|sec|title|abstract|jats:[a-z-]+)(?:\s[^<>]{0,300})?\/?>/gi;

/**
 * One line of at most `limit` characters, or null when nothing is left. Publishers escape twice and
 * leave tags in attributes, so both are undone.
 */
export function tidyText(text: string | null | undefined, limit: number): string | null {
  if (!text) return null;
  let line = text.slice(0, limit * 4);
  if (line.includes('&')) line = decoded(decoded(line));
  if (line.includes('<'))
    line = line.replace(tag, (all) =>
      /^<\/?(?:p|br|div|h\d|sec|title|jats)/i.test(all) ? ' ' : '',
    );
  line = line.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  return line === '' ? null : line.slice(0, limit).trim();
}

const skipped =
  'script,style,noscript,template,button,select,textarea,nav,svg,.descriptor,.MathJax_Preview,.MathJax,mjx-container,.katex-html,[aria-hidden="true"]';
const blocks = /^(?:p|div|br|li|h[1-6]|section|blockquote|dd|dt|td|tr|ul|ol)$/i;

/**
 * Text of an element as a user sees it, formulas as TeX where the page keeps it, controls and
 * what `leaveOut` says left out. Stops once `limit` characters are there.
 */
export function elementText(
  root: Element,
  limit: number,
  leaveOut: (element: Element) => boolean = () => false,
): string {
  let text = '';
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child && text.length < limit * 2; child = child.nextSibling) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const tex = texOf(element);
      if (tex !== null) text += ` ${tex} `;
      else if (!element.matches(skipped) && !leaveOut(element)) {
        const block = blocks.test(element.localName);
        if (block) text += ' ';
        visit(element);
        if (block) text += ' ';
      }
    }
  };
  visit(root);
  return tidyText(text, limit) ?? '';
}

/** TeX of a formula: MathJax keeps it in a script, LaTeXML in `alttext`, KaTeX in an annotation. */
function texOf(element: Element): string | null {
  const name = element.localName;
  if (name === 'script') {
    return element.getAttribute('type')?.startsWith('math/tex') ? `$${element.textContent}$` : null;
  }
  if (name !== 'math') return null;
  const tex =
    element.getAttribute('alttext') ??
    element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  return tex ? `$${tex}$` : null;
}
