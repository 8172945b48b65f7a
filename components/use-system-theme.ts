import { useEffect, useState } from 'preact/hooks';

/** Light or dark as the system asks, followed as it changes: for Kindred's own pages. */
export function useSystemTheme(): 'light' | 'dark' {
  const [query] = useState(() => matchMedia('(prefers-color-scheme: dark)'));
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return dark ? 'dark' : 'light';
}
