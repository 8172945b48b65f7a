import type { DigestStore } from '../digest/store.ts';
import type { Day, Moment, Paper } from '../paper/paper.ts';

const keptMs = 60_000;

/**
 * The digest with its listing of one range kept for a minute, so that the next keystroke in a
 * topic's form does not read half a year of papers again.
 */
export function keepingListing(
  digest: Pick<DigestStore, 'byListing' | 'find' | 'get'>,
  now: () => Moment,
): Pick<DigestStore, 'byListing' | 'find' | 'get'> {
  let kept: { at: number; since: Day | undefined; papers: Promise<Paper[]> } | null = null;
  return {
    find: (keys) => digest.find(keys),
    get: (ids) => digest.get(ids),
    byListing(range) {
      const at = Date.parse(now());
      const age = kept === null ? keptMs : at - kept.at;
      if (kept !== null && kept.since === range.since && age >= 0 && age < keptMs) {
        return kept.papers;
      }
      const papers = digest.byListing(range);
      kept = { at, since: range.since, papers };
      papers.catch(() => {
        kept = null;
      });
      return papers;
    },
  };
}
