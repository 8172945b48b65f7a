/** "Ask arXiv for this abstract": the one request that the user's click sends, with one id. */
import type { Claim } from '../paper/paper.ts';
import { toMoment } from '../time/days.ts';
import { parseArxivAtom } from './arxiv-atom.ts';
import type { ArxivSource, SourceFailure } from './source.ts';
import { nextArxivRequest } from './update/schedule.ts';
import { initialState } from './update/state.ts';
import type { UpdateStateStore } from './update/updater.ts';

export type ArxivReply =
  | { ok: true; claim: Claim }
  /** arXiv has no such paper. */
  | { ok: true; claim: null }
  | SourceFailure;

/**
 * Asks for one paper's metadata by its bare id. Requests to arXiv are three seconds apart, whoever
 * makes them: a slot is taken in the stored state first, then waited for.
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
  const asked = ports.now();
  let slot = asked;
  await ports.state.update((known) => {
    const before = known ?? initialState(asked);
    slot = nextArxivRequest(before.lastArxivRequest, asked);
    return { ...before, lastArxivRequest: toMoment(slot) };
  });
  if (slot > asked) await ports.wait(slot - asked);
  const answer = await ports.arxiv.metadata([arxivId]);
  if (!answer.ok) return answer;
  const parsed = parseArxivAtom(answer.body, toMoment(ports.now()));
  if ('error' in parsed) {
    return { ok: false, kind: 'unexpected', httpStatus: 200, retryAfterMs: null };
  }
  return { ok: true, claim: parsed.claims.find((claim) => claim.arxivId === arxivId) ?? null };
}
