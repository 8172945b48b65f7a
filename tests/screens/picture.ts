/** Pictures compared with those kept, pixel by pixel, with a tolerance. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { BrowserPage, Clip } from '../browsers/browser-page.ts';
import { artifacts } from '../commands/programs.ts';
import { browserName } from '../e2e/session.ts';
import { atRest, evenOut, nextFrames } from './compare.ts';
import { inFewColors, roundShades } from './quantize-png.ts';
import { pictureFile, write, writes } from './snapshot-files.ts';

/** How different a pixel's color must be to count, 0 to 1: a shade next to it does not. */
const threshold = 0.04;
/**
 * The share of pixels that may differ: seventy of a popup, as when a browser draws a line of text on
 * another layer. A button that moved has hundreds.
 */
const share = 0.0003;

/** Runs in the page: the box of a part and of a menu that leaves it, within the window. */
function boxOf(selector: string): Clip {
  const part = document.querySelector(selector);
  const deep = part?.shadowRoot ?? part;
  const boxes = [
    part,
    ...(part?.shadowRoot
      ? (deep?.querySelectorAll('.place, .tab, .card, [role="menu"]') ?? [])
      : []),
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

/** What is wrong with a part's picture; nothing when it is as expected, or was written. */
export async function pictureFaults(
  page: BrowserPage,
  part: string,
  name: string,
): Promise<string[]> {
  const file = pictureFile(name);
  const kept = existsSync(file) ? PNG.sync.read(readFileSync(file)) : null;
  const leave = (what: string, picture: PNG) =>
    write(join(artifacts, 'pictures', browserName, `${name}.${what}.png`), inFewColors(picture));
  const isSame = (seen: PNG, before: PNG | null) => before?.data.equals(seen.data) ?? false;
  const now = await atRest(
    () => take(page, part),
    (seen, before) => {
      if (kept && compared(kept, seen) === null) return true;
      return (writes || !kept) && isSame(seen, before);
    },
  );
  const found = kept && compared(kept, now);
  if (kept && found === null) return [];
  if (writes) {
    write(file, inFewColors(now));
    return [];
  }
  leave('actual', now);
  if (!kept || !found) return [`There is no picture "${name}" to compare with.`];
  leave('kept', kept);
  if (found.difference) leave('difference', found.difference);
  return [`"${name}": ${found.what}; see .artifacts/pictures/${browserName}.`];
}

async function take(page: BrowserPage, part: string): Promise<PNG> {
  await page.evaluate(evenOut);
  await nextFrames(page);
  const clip = await page.evaluate(boxOf, part);
  const picture = PNG.sync.read(Buffer.from(await page.picture(clip)));
  roundShades(picture);
  return picture;
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
