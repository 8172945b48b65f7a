/** PNG files of screens as small as they go: a palette, which the PNG library reads and does not write. */
import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

const most = 256;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** How far two colours are apart, as `0xrrggbb`. */
function distance(a: number, b: number): number {
  const of = (shift: number) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return of(16) ** 2 + of(8) ** 2 + of(0) ** 2;
}

/**
 * The file of a picture (PNG, third edition, colour type 3) in its 256 most frequent colours. Others
 * are shades at the edges of letters, and go to the nearest of those.
 */
export function inFewColours({ width, height, data }: PNG): Buffer {
  const colourAt = (at: number) => data.readUInt32BE(at * 4) >>> 8;
  const counts = new Map<number, number>();
  for (let at = 0; at < width * height; at++)
    counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const palette = [...counts]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, most)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const nearest = (colour: number) =>
    palette.reduce(
      (best, other, place) =>
        distance(colour, other) < distance(colour, palette[best] ?? 0) ? place : best,
      0,
    );
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const colour = colourAt(at);
    const place = places.get(colour) ?? nearest(colour);
    places.set(colour, place);
    // Each row begins with the number of its filter, 0 for none.
    rows[at + Math.floor(at / width) + 1] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
