/** Pictures held against those kept, pixel by pixel, with a tolerance. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { BrowserPage, Clip } from '../browsers/browser-page.ts';
import { artifacts } from '../commands/programs.ts';
import { browserName } from '../e2e/session.ts';
import { nextFrames } from './compare.ts';
import { inFewColors, roundShades } from './quantize-png.ts';
import { pictureFile, write, writes } from './snapshot-files.ts';

/** How different a pixel's color must be to count, 0 to 1: a shade next to it does not. */
const threshold = 0.04;
/**
 * Of all pixels so many may differ: seventy dots of a popup, as when a browser draws a line of text on
 * another layer. A button that moved has hundreds.
 */
const share = 0.0003;

/** Runs in the page: the box of a part, as far as it is in the window. */
function boxOf(selector: string): Clip {
  const part = document.querySelector(selector);
  const deep = part?.shadowRoot ?? part;
  const boxes = [
    part,
    ...(part?.shadowRoot ? (deep?.querySelectorAll('.place, .tab, .card') ?? []) : []),
  ]
    .map((element) => element?.getBoundingClientRect())
    .filter((box) => box !== undefined && box.width > 0 && box.height > 0) as DOMRect[];
  const edge = (side: 'left' | 'top' | 'right' | 'bottom') => boxes.map((box) => box[side]);
  const left = Math.max(0, Math.floor(Math.min(...edge('left'))));
  const top = Math.max(0, Math.floor(Math.min(...edge('top'))));
  const right = Math.min(innerWidth, Math.ceil(Math.max(...edge('right'))));
  const bottom = Math.min(innerHeight, Math.ceil(Math.max(...edge('bottom'))));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A picture that is still being drawn is taken again, so often. */
const mostTries = 8;

/** Complaints about a part's picture; none when it is as kept, or was written. */
export async function pictureFaults(
  page: BrowserPage,
  part: string,
  name: string,
): Promise<string[]> {
  const file = pictureFile(name);
  const leave = (what: string, picture: Uint8Array) =>
    write(join(artifacts, 'pictures', browserName, `${name}.${what}.png`), picture);
  if (!existsSync(file)) {
    await nextFrames(page);
    const now = await (await taking(page, part))();
    if (writes) write(file, inFewColors(now));
    else leave('actual', inFewColors(now));
    return writes ? [] : [`There is no picture "${name}" to compare with.`];
  }
  const first = await taking(page, part);
  // Read while the browser draws.
  const kept = PNG.sync.read(readFileSync(file));
  let now = await first();
  let found = compared(kept, now);
  for (let tries = 1; found !== null && tries < mostTries; tries++) {
    await nextFrames(page);
    now = await (await taking(page, part))();
    found = compared(kept, now);
  }
  if (found === null) return [];
  if (writes) {
    write(file, inFewColors(now));
    return [];
  }
  leave('actual', inFewColors(now));
  leave('kept', inFewColors(kept));
  if (found.difference) leave('difference', inFewColors(found.difference));
  return [`"${name}": ${found.what}; see .artifacts/pictures/${browserName}.`];
}

/** Has the browser begun to draw a picture, which the answer waits for. */
async function taking(page: BrowserPage, part: string): Promise<() => Promise<PNG>> {
  const drawing = page.picture(await page.evaluate(boxOf, part));
  return async () => {
    const picture = PNG.sync.read(Buffer.from(await drawing));
    roundShades(picture);
    return picture;
  };
}

/** How a picture differs from the one kept; null where it does not, or hardly. */
function compared(kept: PNG, now: PNG): { what: string; difference?: PNG } | null {
  const { width, height } = now;
  if (kept.width !== width || kept.height !== height)
    return { what: `${width} × ${height} px, not ${kept.width} × ${kept.height}` };
  if (kept.data.equals(now.data)) return null;
  const difference = new PNG({ width, height });
  const differing = pixelmatch(kept.data, now.data, difference.data, width, height, { threshold });
  if (differing <= width * height * share) return null;
  return { what: `${differing} of ${width * height} pixels differ`, difference };
}
