import type { PaperId } from '../../lib/paper/paper.ts';
import { useSurroundings } from '../surroundings.ts';

/** Opens the map around a paper in a tab, at the reader's own click. */
export function useOpenMap(): (of: PaperId, event: Event) => void {
  const { background, trusts } = useSurroundings();
  return (of, event) => {
    if (trusts(event)) void background.openMap({ of }).catch(() => undefined);
  };
}
