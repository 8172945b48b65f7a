import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../lib/user-data/settings.ts';

/** What the user chose; `auto` or nothing follows the page or the system. */
export type ChosenTheme = Settings['theme'];

/** The theme of Kindred's own pages: the chosen one, else that of the system. */
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
