/** The options page's filter: hides the sections that lack a word of the query. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Without accents and case: NFKD splits `é` into `e` and a combining mark (`\p{M}`). */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A section's text, its group's heading and the labels of its fields. */
function searchableText(section: Element): string {
  const group = section.closest('.options-group')?.querySelector('h2')?.textContent ?? '';
  const labels = [...section.querySelectorAll('[aria-label]')].map((element) =>
    element.getAttribute('aria-label'),
  );
  return fold([group, section.textContent, ...labels].join(' '));
}

/** Hides and shows sections and groups. Returns the number of sections shown. */
function filterSections(main: Element, query: string): number {
  const words = fold(query).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of main.querySelectorAll<HTMLElement>('.section')) {
    const text = searchableText(section);
    section.hidden = !words.every((word) => text.includes(word));
    if (!section.hidden) shown += 1;
  }
  for (const group of main.querySelectorAll<HTMLElement>('.options-group')) {
    group.hidden = group.querySelector('.section:not([hidden])') === null;
  }
  return shown;
}

/**
 * Filters the sections in `main`, again whenever their text changes, since answers arrive later.
 * Returns the number of sections shown; null without a query.
 */
export function useFilter(main: RefObject<HTMLElement | null>, query: string): number | null {
  const [shown, setShown] = useState<number | null>(null);
  const isFiltering = query.trim() !== '';
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    const update = () => {
      const count = filterSections(element, query);
      setShown(isFiltering ? count : null);
    };
    update();
    if (!isFiltering) return;
    const observer = new MutationObserver(update);
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [query, isFiltering]);
  return shown;
}
