import { useEffect } from 'preact/hooks';

/** Scrolls to a heading and focuses it, so that Tab goes on from there. */
function goTo(id: string): void {
  const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2, h3');
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** Follows the address's fragment to the group or section of that id. */
export function useHashTarget(): void {
  useEffect(() => {
    const follow = () => goTo(location.hash.slice(1));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
