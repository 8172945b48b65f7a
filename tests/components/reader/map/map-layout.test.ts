import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  layoutMap,
  type MapShape,
} from '../../../../components/reader/map/map-layout.ts';

const labeled = fc.record({
  width: fc.integer({ min: 60, max: 196 }),
  height: fc.constantFrom(27, 44),
});
const numbered = fc.constant({ width: 30, height: 30 });
const shape = (box: fc.Arbitrary<Box>, width: fc.Arbitrary<number>): fc.Arbitrary<MapShape> =>
  fc.array(box, { minLength: 1, maxLength: 31 }).chain((boxes) =>
    fc.record({
      boxes: fc.constant(boxes),
      edges: fc.array(
        fc.record({
          a: fc.nat(boxes.length - 1),
          b: fc.nat(boxes.length - 1),
          weight: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 60 },
      ),
      width,
      minHeight: fc.constant(320),
    }),
  );
const anyShape = fc.oneof(
  shape(labeled, fc.integer({ min: 600, max: 1_240 })),
  shape(numbered, fc.integer({ min: 280, max: 599 })),
  // Too narrow for all boxes: rows.
  shape(labeled, fc.constant(200)),
);

const isApart = (a: [Box, { x: number; y: number }], b: [Box, { x: number; y: number }]) =>
  Math.abs(a[1].x - b[1].x) >= (a[0].width + b[0].width) / 2 ||
  Math.abs(a[1].y - b[1].y) >= (a[0].height + b[0].height) / 2;

describe('the layout of a map', () => {
  it('lets no two boxes overlap, and none leave the picture', () => {
    fc.assert(
      fc.property(anyShape, (given) => {
        const { height, places } = layoutMap(given);
        const drawn = given.boxes.map((box, at): [Box, { x: number; y: number }] => [
          box,
          places[at] ?? { x: Number.NaN, y: Number.NaN },
        ]);
        drawn.forEach(([box, { x, y }], at) => {
          expect(x - box.width / 2).toBeGreaterThanOrEqual(0);
          expect(y - box.height / 2).toBeGreaterThanOrEqual(0);
          expect(x + box.width / 2).toBeLessThanOrEqual(given.width);
          expect(y + box.height / 2).toBeLessThanOrEqual(height);
          const one = drawn[at] as [Box, { x: number; y: number }];
          expect(drawn.slice(at + 1).every((other) => isApart(one, other))).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same each time, with the center in the middle', () => {
    const boxes = Array.from({ length: 31 }, (_, at) => ({ width: 90 + at * 2, height: 44 }));
    const edges = boxes.slice(1).map((_, at) => ({ a: at, b: at + 1, weight: (at % 7) / 7 }));
    const given = { boxes, edges, width: 876, minHeight: 560 };
    const { height, places } = layoutMap(given);
    expect(layoutMap(given)).toEqual({ height, places });
    expect(places[0]).toEqual({ x: 438, y: Math.round(height / 2) });
  });
});
