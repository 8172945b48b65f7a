import { useState } from 'preact/hooks';

let last = 0;

/**
 * Returns an element id that is unique in the page. Preact's own `useId` starts counting again when a
 * root is rendered again, as for another theme, and then returns ids that are taken.
 */
export function useUniqueId(): string {
  const [id] = useState(() => {
    last += 1;
    return `k${last}`;
  });
  return id;
}
