import { useEffect, useState } from 'preact/hooks';

/** So long words must stand before they are said. */
const restMs = 700;

/**
 * Says to screen readers what has come of a question, once: not at every key that is typed, nor for
 * an answer that another one overtakes at once.
 */
export function LiveRegion({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid('');
    const timer = setTimeout(() => setSaid(words), restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
