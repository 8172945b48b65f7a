import { useCallback, useEffect, useState } from 'preact/hooks';
import { hashOf, type ReaderLocation, readHash } from './reader-hash.ts';

export type ChangeLocation = (
  change: Partial<ReaderLocation>,
  how?: { step?: boolean; silently?: boolean },
) => void;

/**
 * The page's place, kept in its address. A change replaces the address; `step` makes one that the
 * back button returns from. `silently` draws nothing: the window is there already.
 */
export function useReaderLocation(): [ReaderLocation, ChangeLocation] {
  const [place, setPlace] = useState(() => readHash(location.hash));
  useEffect(() => {
    const follow = () => setPlace(readHash(location.hash));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const change = useCallback<ChangeLocation>((changed, { step = false, silently = false } = {}) => {
    const next = { ...readHash(location.hash), ...changed };
    const address = `${location.pathname}${location.search}${hashOf(next)}`;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    if (!silently) setPlace(next);
  }, []);
  return [place, change];
}
