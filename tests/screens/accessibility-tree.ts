/**
 * The accessibility tree of a part of the page, as indented text: role, name, value,
 * description and states. Roles and names are computed by axe, in both browsers alike.
 */
import axe from 'axe-core';
import type { BrowserPage } from '../browsers/browser-page.ts';

/** As far as it is used here. */
interface VirtualNode {
  actualNode: Node;
  props: { nodeType: number };
  children: VirtualNode[];
}

interface AxeInPage {
  setup(part: Element): VirtualNode;
  teardown(): void;
  commons: {
    aria: { getRole(node: VirtualNode, options: object): string | null };
    dom: {
      isVisibleToScreenReaders(node: VirtualNode): boolean;
      idrefs(node: Element, attribute: string): (Element | null)[];
    };
    text: { accessibleTextVirtual(node: VirtualNode): string };
  };
}

/** Runs in the page. */
function describePart(selector: string): string {
  const tool = (globalThis as unknown as { axe: AxeInPage }).axe;
  const { aria, dom, text } = tool.commons;
  /** Items written per list; how many of a long list are drawn depends on the fonts. */
  const maxItems = 3;
  /** Roles that appear as one line, with their name. */
  const wholes =
    /^(button|link|tab|menuitem\w*|option|checkbox|radio|switch|img|progressbar|textbox|searchbox|combobox|listbox|slider|spinbutton|separator|math|meter)$/;
  const withParts = /^(heading|cell|columnheader|rowheader|gridcell|caption)$/;
  const lines: string[] = [];
  let pending = '';

  const short = (words: string) => {
    const plain = words.replace(/\s+/g, ' ').trim();
    return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain;
  };
  const quoted = (words: string) => JSON.stringify(short(words));
  const flush = (depth: number) => {
    if (short(pending)) lines.push(`${'  '.repeat(depth)}${quoted(pending)}`);
    pending = '';
  };
  const activeIn = (element: Element): boolean => {
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.activeElement === element;
  };

  const valueIn = (element: Element): string | null => {
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.textContent ?? '';
    if (element instanceof HTMLProgressElement) return `${element.value} of ${element.max}`;
    const isText =
      element instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(element.type);
    if (isText || element instanceof HTMLTextAreaElement)
      return (element as HTMLInputElement).value;
    return element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
  };
  const statesOf = (element: Element, role: string): string[] => {
    const states: string[] = [];
    const attribute = (name: string, as = name.replace('aria-', '')) => {
      const value = element.getAttribute(name);
      if (value === null || (value === 'false' && !/expanded|pressed|checked|selected/.test(name)))
        return;
      states.push(value === 'true' ? as : `${as}=${value}`);
    };
    if (role === 'heading') {
      const level = element.getAttribute('aria-level') ?? /^h(\d)$/.exec(element.localName)?.[1];
      states.push(`level=${level}`);
    }
    const box = element as HTMLInputElement;
    if (element.localName === 'input' && /^(checkbox|radio)$/.test(box.type))
      states.push(box.checked ? 'checked' : 'checked=false');
    if (element.localName === 'summary')
      states.push(
        (element.parentElement as HTMLDetailsElement).open ? 'expanded' : 'expanded=false',
      );
    for (const name of ['expanded', 'pressed', 'checked', 'selected', 'current', 'haspopup'])
      attribute(`aria-${name}`);
    for (const name of ['busy', 'modal', 'invalid', 'required', 'readonly', 'roledescription'])
      attribute(`aria-${name}`);
    const live = element.getAttribute('aria-live');
    if (live || /^(status|alert|log)$/.test(role)) {
      const implied = role === 'alert' ? 'assertive' : 'polite';
      states.push(`live=${live ?? implied}`);
    }
    if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true')
      states.push('disabled');
    if (element.getAttribute('aria-setsize'))
      states.push(
        `${element.getAttribute('aria-posinset')} of ${element.getAttribute('aria-setsize')}`,
      );
    if (activeIn(element) && !element.matches('html, body')) states.push('focused');
    return states;
  };
  const descriptionOf = (element: Element, name: string): string => {
    const described = dom.idrefs(element, 'aria-describedby');
    const words = described.map((one) => one?.textContent ?? '').join(' ');
    const title = element.getAttribute('title') ?? '';
    return short(words) || (short(title) === short(name) ? '' : short(title));
  };

  const items = (node: VirtualNode, depth: number) => {
    const shown = node.children.filter((child) => child.props.nodeType !== 3);
    for (const child of shown.slice(0, maxItems)) walk(child, depth);
    flush(depth);
    const more = shown.length - maxItems;
    const long = shown[0]?.actualNode as Element | undefined;
    const drawn = long?.hasAttribute('aria-setsize');
    if (more > 0) lines.push(`${'  '.repeat(depth)}… ${drawn ? 'more' : `${more} more`}`);
  };

  const walk = (node: VirtualNode, depth: number): void => {
    if (node.props.nodeType === 3) {
      // A label appears as the name of its field.
      if (!node.actualNode.parentElement?.closest('label'))
        pending += node.actualNode.textContent ?? '';
      return;
    }
    if (node.props.nodeType !== 1 || !dom.isVisibleToScreenReaders(node)) return;
    const element = node.actualNode as Element;
    // A legend appears as the name of its group.
    if (/^(style|script|template|legend|head)$/.test(element.localName)) return;
    const role = aria.getRole(node, { noPresentational: true });
    const live = element.getAttribute('aria-live');
    const block = getComputedStyle(element).display !== 'inline';
    if (!role && !live) {
      // Text of one block is one line.
      if (block) flush(depth);
      if (element.localName === 'dl') items(node, depth);
      else for (const child of node.children) walk(child, depth);
      if (block) flush(depth);
      return;
    }
    flush(depth);
    const known = role ?? 'generic';
    const isContainer = !wholes.test(known) && !withParts.test(known);
    const labeled =
      !isContainer || element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
    const named =
      labeled ||
      element.matches('fieldset, figure') ||
      element.querySelector(':scope > caption') !== null;
    const name = named ? short(text.accessibleTextVirtual(node)) : '';
    const value = valueIn(element);
    const description = descriptionOf(element, name);
    const states = statesOf(element, known);
    lines.push(
      [
        `${'  '.repeat(depth)}${known}`,
        name && JSON.stringify(name),
        value !== null && `= ${quoted(value)}`,
        states.length > 0 && `[${states.join(', ')}]`,
        description && `(${description})`,
      ]
        .filter(Boolean)
        .join(' '),
    );
    if (/^(list|rowgroup)$/.test(known)) items(node, depth + 1);
    else if (isContainer) for (const child of node.children) walk(child, depth + 1);
    else if (withParts.test(known)) {
      const from = lines.length;
      for (const child of node.children) walk(child, depth + 1);
      flush(depth + 1);
      // Text that only repeats the name is left out.
      const inner = lines.slice(from).filter((line) => !line.trim().startsWith('"'));
      lines.splice(from, lines.length - from, ...inner);
    }
    flush(depth + 1);
  };

  const part = document.querySelector(selector);
  if (!part) return `There is no ${selector}.`;
  const root = tool.setup(part);
  try {
    walk(root, 0);
    flush(0);
  } finally {
    tool.teardown();
  }
  return lines.join('\n');
}

/** The tree of a part of the page, its shadow trees included. */
export async function accessibilityTree(page: BrowserPage, part: string): Promise<string> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.runScript(axe.source);
  return page.evaluate(describePart, part);
}
