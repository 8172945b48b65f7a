/** "Not this paper": what the user has said of papers found on pages. No address is kept. */

import { keysOf } from '../../paper/identity.ts';
import type { PagePaper } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

/** More than these are forgotten, the oldest first. */
const mostKept = 1_000;

/** A paper on one site: elsewhere it may well be that paper. */
const keysOn = (paper: PagePaper) => keysOf(paper).map((key) => `${paper.site} ${key}`);

export async function isRejected(
  paper: PagePaper,
  userData: Pick<UserDataStore, 'get'>,
): Promise<boolean> {
  const known = await userData.get('refused');
  return keysOn(paper).some((key) => key in known);
}

/** Remembers that a site's page is not about a paper, or forgets it again. */
export async function rejectDetection(
  paper: PagePaper,
  refused: boolean,
  userData: Pick<UserDataStore, 'update'>,
  now: Moment,
): Promise<void> {
  const keys = keysOn(paper);
  if (keys.length === 0) return;
  await userData.update('refused', (known) => {
    const others = Object.entries(known).filter(([key]) => !keys.includes(key));
    const kept = refused ? [...others, ...keys.map((key) => [key, now] as const)] : others;
    return Object.fromEntries(kept.slice(-mostKept));
  });
}
