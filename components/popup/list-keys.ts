/**
 * Keys of a view's search box and lists: ↓ and ↑ move from the box into the list and back, Enter in
 * the box opens the first result, and a letter in the list is typed into the box. Ignores events that
 * a line has handled.
 */
export function moveByKey(event: KeyboardEvent, root: HTMLElement): void {
  const box = root.querySelector<HTMLInputElement>('input[type="search"]');
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-in-list]')];
  const target = event.target as HTMLElement;
  const index = links.indexOf(target as HTMLAnchorElement);
  const isInBox = target === box;
  if (event.defaultPrevented || !box || (index < 0 && !isInBox)) return;

  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = index + (event.key === 'ArrowDown' ? 1 : -1);
    if (isInBox && event.key === 'ArrowUp') return;
    event.preventDefault();
    const to = next < 0 ? box : links[Math.min(next, links.length - 1)];
    to?.focus();
    return;
  }
  if (isInBox && event.key === 'Enter' && box.value.trim() && links[0]) {
    event.preventDefault();
    // The results may still be those of an earlier query.
    if (links[0].closest<HTMLElement>('[data-answers]')?.dataset.answers !== box.value) return;
    const { ctrlKey, metaKey } = event;
    links[0].dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
    );
    return;
  }
  const isLetter = event.key.length === 1 && event.key !== ' ';
  if (!isInBox && isLetter && !event.ctrlKey && !event.metaKey && !event.altKey) box.focus();
}
