/** Plain text from pages: entities decoded, tags removed, white space collapsed, length limited. */

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
 * One line of at most `limit` UTF-16 units; null for anything but text, and when nothing is left.
 * Publishers escape twice and leave tags in attributes, so both are undone.
 */
export function tidyText(text: unknown, limit: number): string | null {
  if (typeof text !== 'string') return null;
  let line = text.slice(0, limit * 4);
  if (line.includes('&')) line = decoded(decoded(line));
  if (line.includes('<'))
    line = line.replace(tag, (all) =>
      /^<\/?(?:p|br|div|h\d|sec|title|jats)/i.test(all) ? ' ' : '',
    );
  line = line.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  return line === '' ? null : line.slice(0, limit).trim();
}

const skippedElements =
  'script,style,noscript,template,button,select,textarea,nav,svg,.descriptor,.MathJax_Preview,.MathJax,mjx-container,.katex-html,[aria-hidden="true"]';
const blocks = /^(?:p|div|br|li|h[1-6]|section|blockquote|dd|dt|td|tr|ul|ol)$/i;

/**
 * The visible text of an element, without controls and elements for which `isSkipped` is true, and
 * with formulas as TeX if the page has it. At most `limit` UTF-16 units.
 */
export function elementText(
  root: Element,
  limit: number,
  isSkipped: (element: Element) => boolean = () => false,
): string {
  let text = '';
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child && text.length < limit * 2; child = child.nextSibling) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const tex = texOf(element);
      if (tex !== null) text += ` ${tex} `;
      else if (!element.matches(skippedElements) && !isSkipped(element)) {
        const isBlock = blocks.test(element.localName);
        if (isBlock) text += ' ';
        visit(element);
        if (isBlock) text += ' ';
      }
    }
  };
  visit(root);
  return tidyText(text, limit) ?? '';
}

/** The TeX of a formula, which MathJax has in a script, LaTeXML in `alttext`, KaTeX in an annotation. */
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
