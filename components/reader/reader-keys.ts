/** The keyboard shortcuts of the reader page. */

export type KeyAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'expand'
  | 'save'
  | 'read'
  | 'map'
  | 'filter'
  | 'keys';

const letters: Record<string, KeyAction> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  e: 'expand',
  s: 'save',
  r: 'read',
  m: 'map',
  '/': 'filter',
  '?': 'keys',
};

export interface KeyLine {
  keys: string[];
  action: KeyAction | 'move' | 'center' | 'show';
}

/** The keys of the list, as its help lists them. */
export const listKeys: KeyLine[] = [
  { keys: ['j', '↓'], action: 'next' },
  { keys: ['k', '↑'], action: 'previous' },
  { keys: ['o', 'Enter'], action: 'open' },
  { keys: ['e'], action: 'expand' },
  { keys: ['s'], action: 'save' },
  { keys: ['r'], action: 'read' },
  { keys: ['m'], action: 'map' },
  { keys: ['/'], action: 'filter' },
  { keys: ['?'], action: 'keys' },
];

/** The keys of the map, as its help lists them. */
export const mapKeys: KeyLine[] = [
  { keys: ['←', '→', '↑', '↓'], action: 'move' },
  { keys: ['j'], action: 'next' },
  { keys: ['k'], action: 'previous' },
  { keys: ['Home'], action: 'center' },
  { keys: ['Enter'], action: 'show' },
  ...listKeys.filter(({ action }) => !['next', 'previous', 'open', 'filter'].includes(action)),
  { keys: ['o'], action: 'open' },
];

/** Elements that use letters and arrow keys themselves. */
const editable = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"]';

/**
 * The action of a key press; null for none, and where an element uses the key itself. Arrows and Enter
 * act on a focused row only, letters anywhere unless the user turned them off (WCAG 2.1.4).
 */
export function keyAction(event: KeyboardEvent, hasLetterKeys: boolean): KeyAction | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target as Element;
  if (target.closest(editable)) return null;
  if (target.matches('[data-index]')) {
    if (event.key === 'ArrowDown') return 'next';
    if (event.key === 'ArrowUp') return 'previous';
    if (event.key === 'Enter') return 'open';
  }
  return hasLetterKeys && Object.hasOwn(letters, event.key) ? (letters[event.key] ?? null) : null;
}
