import { useCallback, useEffect, useState } from 'preact/hooks';
import { formatHash, parseHash, type ReaderLocation } from './reader-hash.ts';

interface ChangeOptions {
  /** Adds a history entry for the back button, instead of replacing the current one. */
  isStep?: boolean;
  /** Changes the address only: the page shows the new location already. */
  isSilent?: boolean;
}

export type ChangeLocation = (change: Partial<ReaderLocation>, options?: ChangeOptions) => void;

/** The page's location, stored in its address, and how to change it. */
export function useReaderLocation(): [ReaderLocation, ChangeLocation] {
  const [current, setCurrent] = useState(() => parseHash(location.hash));
  useEffect(() => {
    const follow = () => setCurrent(parseHash(location.hash));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const change = useCallback<ChangeLocation>(
    (changed, { isStep = false, isSilent = false } = {}) => {
      const next = { ...parseHash(location.hash), ...changed };
      const url = `${location.pathname}${location.search}${formatHash(next)}`;
      if (isStep) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
      if (!isSilent) setCurrent(next);
    },
    [],
  );
  return [current, change];
}
