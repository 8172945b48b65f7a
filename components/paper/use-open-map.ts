import type { PaperId } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';

/** Returns what opens the map around a paper at the user's click; null in private windows. */
export function useOpenMap(): ((of: PaperId, event: Event) => void) | null {
  const { background, trusts, isPrivate } = useAppContext();
  if (isPrivate) return null;
  return (of, event) => {
    if (trusts(event)) void background.openMap({ of }).catch(() => undefined);
  };
}
