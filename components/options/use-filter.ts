/** The options page's filter: sections that do not have every word are hidden. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a section says, the heading above it and what its fields hold among it. */
function wordsOf(section: Element): string {
  const group = section.closest('.options-group')?.querySelector('h2')?.textContent ?? '';
  const labels = [...section.querySelectorAll('[aria-label]')].map((element) =>
    element.getAttribute('aria-label'),
  );
  return folded([group, section.textContent, ...labels].join(' '));
}

function apply(main: Element, query: string): number {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of main.querySelectorAll<HTMLElement>('.section')) {
    const words = wordsOf(section);
    section.hidden = !wanted.every((word) => words.includes(word));
    if (!section.hidden) shown += 1;
  }
  for (const group of main.querySelectorAll<HTMLElement>('.options-group')) {
    group.hidden = group.querySelector('.section:not([hidden])') === null;
  }
  return shown;
}

/** How many sections have every word of the query; null for no query. What is said later counts too. */
export function useFilter(main: RefObject<HTMLElement | null>, query: string): number | null {
  const [shown, setShown] = useState<number | null>(null);
  const filtering = query.trim() !== '';
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    const again = () => {
      const count = apply(element, query);
      setShown(filtering ? count : null);
    };
    again();
    if (!filtering) return;
    const observer = new MutationObserver(again);
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [query, filtering]);
  return shown;
}
