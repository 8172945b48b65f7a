import { useEffect, useState } from 'preact/hooks';

/** How long a text must stay the same before it is announced. */
const settleMs = 700;

/**
 * A live region that announces a result once it has settled: not at every key, and not a result
 * that the next one replaces at once.
 */
export function LiveRegion({ words }: { words: string }) {
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    setAnnounced('');
    const timer = setTimeout(() => setAnnounced(words), settleMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="unseen" role="status">
      {announced}
    </p>
  );
}
