import type { DigestStore } from '../../digest/store.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Day, Moment } from '../../time/days.ts';

const keptMs = 60_000;

type Digest = Pick<DigestStore, 'byListing' | 'changes' | 'find' | 'get'>;

/**
 * The digest with its listing of one range kept for a minute, so that the next keystroke in a
 * topic's form does not read half a year of papers again; no longer than no paper changes.
 */
export function withListingCache(digest: Digest, now: () => Moment): Omit<Digest, 'changes'> {
  let kept: {
    at: number;
    changes: number;
    since: Day | undefined;
    papers: Promise<Paper[]>;
  } | null = null;
  return {
    find: (keys) => digest.find(keys),
    get: (ids) => digest.get(ids),
    async byListing(range) {
      const changes = await digest.changes();
      const at = Date.parse(now());
      const age = kept === null ? keptMs : at - kept.at;
      const isSame = kept?.since === range.since && kept?.changes === changes;
      if (kept !== null && isSame && age >= 0 && age < keptMs) return kept.papers;
      const papers = digest.byListing(range);
      kept = { at, changes, since: range.since, papers };
      papers.catch(() => {
        kept = null;
      });
      return papers;
    },
  };
}
