/** The one request that the user's click on "Ask arXiv for this abstract" sends, with one id. */
import type { Claim } from '../paper/paper.ts';
import { toMoment } from '../time/days.ts';
import { parseArxivAtom } from './arxiv-atom.ts';
import type { ArxivSource, SourceFailure } from './source.ts';
import { nextArxivRequest } from './update/schedule.ts';
import { initialState, type UpdateStateStore } from './update/state.ts';

type ArxivReply =
  | { ok: true; claim: Claim }
  /** arXiv has no such paper. */
  | { ok: true; claim: null }
  | SourceFailure;

/**
 * Fetches the metadata of one paper by its bare id. All requests to arXiv are three seconds apart:
 * this reserves a time in the stored state, then waits for it. Never rejects because of arXiv.
 */
export async function fetchArxivEntry(
  arxivId: string,
  ports: {
    arxiv: ArxivSource;
    state: UpdateStateStore;
    now(): number;
    wait(ms: number): Promise<void>;
  },
): Promise<ArxivReply> {
  const now = ports.now();
  let slot = now;
  await ports.state.update((known) => {
    const before = known ?? initialState(now);
    slot = nextArxivRequest(before.lastArxivRequest, now);
    return { ...before, lastArxivRequest: toMoment(slot) };
  });
  if (slot > now) await ports.wait(slot - now);
  const answer = await ports.arxiv.metadata([arxivId]);
  if (!answer.ok) return answer;
  const parsed = parseArxivAtom(answer.body, toMoment(ports.now()));
  if ('error' in parsed) {
    return { ok: false, kind: 'unexpected', httpStatus: 200, retryAfterMs: null };
  }
  return { ok: true, claim: parsed.claims.find((claim) => claim.arxivId === arxivId) ?? null };
}
