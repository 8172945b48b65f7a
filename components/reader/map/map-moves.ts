/** Moving over a map by arrow keys. */
import type { MapPlace } from './map-layout.ts';

const ways: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** What stands aside counts so many times as far. */
const aside = 2;

/**
 * The nearest place in the direction of an arrow key; null for another key or where none lies
 * there.
 */
export function nextNode(places: MapPlace[], from: number, key: string): number | null {
  const way = Object.hasOwn(ways, key) ? ways[key] : undefined;
  const here = places[from];
  if (!way || !here) return null;
  const [x, y] = way;
  let nearest: { place: number; far: number } | null = null;
  places.forEach((there, place) => {
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const along = dx * x + dy * y;
    if (along <= 0) return;
    const far = along + aside * Math.abs(dx * y + dy * x);
    if (nearest === null || far < nearest.far) nearest = { place, far };
  });
  return (nearest as { place: number } | null)?.place ?? null;
}
