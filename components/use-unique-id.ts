import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that no other element of the page's views has. Preact's own `useId` counts again each time a
 * root is rendered again, as for another theme, and then gives ids that are taken.
 */
export function useUniqueId(): string {
  const [id] = useState(() => {
    last += 1;
    return `k${last}`;
  });
  return id;
}
