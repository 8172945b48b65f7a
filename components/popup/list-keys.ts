/**
 * Moving through a view's search box and its lists by keyboard: ↓ and ↑ go from the box into the
 * list and back, Enter in the box opens the first result of what stands in it, a letter in the list
 * goes on in the box unless the line itself acts on it.
 */

const inView = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLAnchorElement>('a[data-in-list]'),
];

/** Acts on a key pressed somewhere in `root`; other keys are left alone. */
export function moveByKey(event: KeyboardEvent, root: HTMLElement): void {
  const box = root.querySelector<HTMLInputElement>('input[type="search"]');
  const links = inView(root);
  const target = event.target as HTMLElement;
  const here = links.indexOf(target as HTMLAnchorElement);
  const fromBox = target === box;
  if (event.defaultPrevented || !box || (here < 0 && !fromBox)) return;

  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = here + (event.key === 'ArrowDown' ? 1 : -1);
    if (fromBox && event.key === 'ArrowUp') return;
    event.preventDefault();
    const to = next < 0 ? box : links[Math.min(next, links.length - 1)];
    to?.focus();
    return;
  }
  if (fromBox && event.key === 'Enter' && box.value.trim() && links[0]) {
    event.preventDefault();
    // Still the results of the letters before.
    if (links[0].closest<HTMLElement>('[data-answers]')?.dataset.answers !== box.value) return;
    const { ctrlKey, metaKey } = event;
    links[0].dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
    );
    return;
  }
  const types = event.key.length === 1 && event.key !== ' ';
  if (!fromBox && types && !event.ctrlKey && !event.metaKey && !event.altKey) box.focus();
}
