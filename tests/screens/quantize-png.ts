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

/** How far two colors are apart, as `0xrrggbb`. */
function distance(a: number, b: number): number {
  const of = (shift: number) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return of(16) ** 2 + of(8) ** 2 + of(0) ** 2;
}

/** A color of fewer than one pixel in this many is a shade between two others. */
const rare = 2_000;

/** How many pixels have each color, `0xrrggbb`; counted by runs, of which screens are made. */
function counted({ width, height, data }: PNG): Map<number, number> {
  const counts = new Map<number, number>();
  let last = data.readUInt32BE(0) >>> 8;
  let from = 0;
  for (let at = 1; at <= width * height; at++) {
    const color = at < width * height ? data.readUInt32BE(at * 4) >>> 8 : -1;
    if (color === last) continue;
    counts.set(last, (counts.get(last) ?? 0) + at - from);
    last = color;
    from = at;
  }
  return counts;
}

/**
 * Rounds rare colors, of 8 bits each, to 5: by less than one sees. Letters have hundreds of shades at
 * their edges otherwise, more than a palette holds.
 */
export function roundShades(png: PNG): void {
  const { width, height, data } = png;
  const common = new Set<number>();
  for (const [color, count] of counted(png)) if (count * rare > width * height) common.add(color);
  let last = -1;
  for (let at = 0; at < width * height * 4; at += 4) {
    const color = data.readUInt32BE(at) >>> 8;
    if (color === last) continue;
    if (common.has(color)) {
      last = color;
      continue;
    }
    for (const place of [at, at + 1, at + 2]) {
      const top = (data[place] ?? 0) & 0xf8;
      data[place] = top | (top >> 5);
    }
  }
}

/**
 * The file of a picture (PNG, third edition, color type 3) in its 256 most frequent colors. Where
 * it has more, others go to the nearest of those.
 */
export function inFewColors(png: PNG): Buffer {
  const { width, height, data } = png;
  const palette = [...counted(png)]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, most)
    .map(([color]) => color);
  const places = new Map(palette.map((color, place) => [color, place]));
  const nearest = (color: number) =>
    palette.reduce(
      (best, other, place) =>
        distance(color, other) < distance(color, palette[best] ?? 0) ? place : best,
      0,
    );
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const color = data.readUInt32BE(at * 4) >>> 8;
    const place = places.get(color) ?? nearest(color);
    places.set(color, place);
    // Each row begins with the number of its filter, 0 for none.
    rows[at + Math.floor(at / width) + 1] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colors = Buffer.from(palette.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
