/** The keys of the reader page. */

export type KeyAct =
  | 'next'
  | 'previous'
  | 'open'
  | 'expand'
  | 'save'
  | 'read'
  | 'map'
  | 'filter'
  | 'keys';

const letters: Record<string, KeyAct> = {
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
  act: KeyAct | 'move' | 'center' | 'show';
}

/** As the page of papers lists them. */
export const keyList: KeyLine[] = [
  { keys: ['j', '↓'], act: 'next' },
  { keys: ['k', '↑'], act: 'previous' },
  { keys: ['o', 'Enter'], act: 'open' },
  { keys: ['e'], act: 'expand' },
  { keys: ['s'], act: 'save' },
  { keys: ['r'], act: 'read' },
  { keys: ['m'], act: 'map' },
  { keys: ['/'], act: 'filter' },
  { keys: ['?'], act: 'keys' },
];

/** As the map lists them. */
export const mapKeyList: KeyLine[] = [
  { keys: ['←', '→', '↑', '↓'], act: 'move' },
  { keys: ['j'], act: 'next' },
  { keys: ['k'], act: 'previous' },
  { keys: ['Home'], act: 'center' },
  { keys: ['Enter'], act: 'show' },
  ...keyList.filter(({ act }) => !['next', 'previous', 'open', 'filter'].includes(act)),
  { keys: ['o'], act: 'open' },
];

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"]';

/**
 * What a key press asks for; null where it is typed into something or means something else there.
 * Arrows and Enter act on a row that has the focus itself; letters anywhere, unless switched off.
 */
export function keyAct(event: KeyboardEvent, letterKeys: boolean): KeyAct | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target as Element;
  if (target.closest(typing)) return null;
  if (target.matches('[data-index]')) {
    if (event.key === 'ArrowDown') return 'next';
    if (event.key === 'ArrowUp') return 'previous';
    if (event.key === 'Enter') return 'open';
  }
  return letterKeys && Object.hasOwn(letters, event.key) ? (letters[event.key] ?? null) : null;
}
