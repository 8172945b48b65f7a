import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../lib/user-data/settings.ts';

/** What the user chose; `auto` or nothing: as the page or the system is. */
export type ChosenTheme = Settings['theme'];

/** Light or dark for Kindred's own pages: as chosen, else as the system asks, followed as it changes. */
export function useTheme(chosen?: ChosenTheme): 'light' | 'dark' {
  const [query] = useState(() => matchMedia('(prefers-color-scheme: dark)'));
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return dark ? 'dark' : 'light';
}
