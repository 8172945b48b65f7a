import { keysOf } from '../../paper/identity.ts';
import type { PagePaper } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

/** With more, the oldest are dropped. */
const maxRejected = 1_000;

/** By site, because on other sites the page may be about that paper. */
const keysOn = (paper: PagePaper) => keysOf(paper).map((key) => `${paper.site} ${key}`);

/** Whether the user said that pages of this site are not about the paper. */
export async function isRejected(
  paper: PagePaper,
  userData: Pick<UserDataStore, 'get'>,
): Promise<boolean> {
  const known = await userData.get('refused');
  return keysOn(paper).some((key) => key in known);
}

/**
 * Stores that a site's page is not about a paper ("Not this paper"), or undoes that. No URL is
 * stored.
 */
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
    return Object.fromEntries(kept.slice(-maxRejected));
  });
}
