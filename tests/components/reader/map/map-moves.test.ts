import { describe, expect, it } from 'vitest';
import { nextNode } from '../../../../components/reader/map/map-moves.ts';

const places = [
  { x: 100, y: 100 },
  { x: 200, y: 110 },
  { x: 130, y: 200 },
  { x: 20, y: 20 },
];

describe('arrow keys on a map', () => {
  it.each([
    [0, 'ArrowRight', 1],
    [0, 'ArrowDown', 2],
    [0, 'ArrowLeft', 3],
    [1, 'ArrowLeft', 0],
    [1, 'ArrowRight', null],
    [3, 'ArrowUp', null],
    [0, 'Enter', null],
    [0, 'constructor', null],
  ])('from %i %s leads to %s', (from, key, to) => expect(nextNode(places, from, key)).toBe(to));
});
