import { toMoment } from '../../time/days.ts';
import { parseArxivAtom } from '../arxiv-atom.ts';
import { parseDailyPapers } from '../daily-papers-api.ts';
import { recordOf } from '../merge.ts';
import type { ArxivSource, DailyPapersSource, SourceAnswer, SourceFailure } from '../source.ts';
import type { DigestStatus, UpdateProblem } from '../status.ts';
import type { DigestStore, NewPaperOrigin, PutOutcome } from '../store.ts';
import { afterFailure, afterPage, planStep, prepare, type Step } from './plan.ts';
import { retryDelay } from './schedule.ts';
import { goalOf, initialState, type UpdateState } from './state.ts';
import { statusOf } from './status.ts';

/** Where the state is kept. A stored value that is no state reads as null. */
export interface UpdateStateStore {
  read(): Promise<UpdateState | null>;
  /** Changes the state in one transaction and answers the new one. */
  update(change: (state: UpdateState | null) => UpdateState): Promise<UpdateState>;
}

export interface UpdatePorts {
  source: DailyPapersSource;
  arxiv: ArxivSource;
  store: DigestStore;
  state: UpdateStateStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** This install's place in the three hours between checks, in milliseconds. */
  offset: number;
  /** Whether the device has a network; taken for granted where nobody can tell. */
  online?(): boolean;
}

export interface StepOutcome extends PutOutcome {
  did: 'nothing' | 'read' | 'failed';
  /** By what way `added` came. */
  kind: NewPaperOrigin;
  /** When the next step may run, in milliseconds since 1970. */
  next: number;
}

export interface Updater {
  /** One unit of work. Calls while one is under way get that one's outcome. Never rejects. */
  step(): Promise<StepOutcome>;
  /** Makes a check due now. A service that asked to be left alone is still left alone. */
  askForCheck(): Promise<void>;
  /** Pauses or resumes the first load; checks go on. */
  pause(paused: boolean): Promise<void>;
  /**
   * Has the first load go back to the first Daily Papers, at once; or, no longer wanted, a year as by
   * itself. What is stored stays.
   */
  loadEverything(wanted: boolean): Promise<void>;
  status(): Promise<DigestStatus>;
}

/** Fewer requests than this left in the service's window: the rest is the user's. */
const allowanceMargin = 20;
const mostAbstracts = 100;
const nothing: PutOutcome = { added: [], changed: [], merged: [] };

type Done = Omit<StepOutcome, 'next'>;

export function createUpdater(ports: UpdatePorts): Updater {
  const { source, arxiv, store, state, now, random, offset, online = () => true } = ports;
  let running: Promise<StepOutcome> | null = null;
  /** The state itself cannot be written, so that this can be noted nowhere but here. */
  let unwritten: UpdateProblem | null = null;

  const change = (how: (known: UpdateState) => UpdateState) =>
    state.update((known) => how(known ?? initialState(now())));

  async function fail(day: string, failure: SourceFailure | StorageFailure): Promise<Done> {
    await change((known) => {
      const attempts = (known.problem?.attempts ?? 0) + 1;
      const waitMs = retryDelay(attempts, failure, random());
      return afterFailure(known, { ...failure, day, waitMs, at: now(), online: online() });
    });
    return { ...nothing, did: 'failed', kind: 'check' };
  }

  /** An answer's papers into the store, or what is wrong with the answer. */
  async function readPage(step: Step & { do: 'read' }): Promise<Done> {
    const { day, page, why } = step;
    const at = now();
    await change((before) => ({ ...before, lastRequest: toMoment(at) }));
    const answer = await source.page(day, page);
    if (!answer.ok) return fail(day, answer);
    const quietUntil = quietAfter(answer, now());
    const parsed = parseDailyPapers(answer.body, day, toMoment(at));
    const isUnreadable =
      'error' in parsed || (parsed.claims.length === 0 && parsed.refused.length > 0);
    if (isUnreadable) return fail(day, unexpected);
    const records = parsed.claims.map(recordOf).filter((record) => record !== null);
    let outcome: PutOutcome;
    try {
      outcome = await store.put(records, { kind: why, at: toMoment(at) });
    } catch {
      return fail(day, storageFailure);
    }
    const papers = parsed.claims.length + parsed.refused.length;
    await change((before) => ({
      ...afterPage(before, { day, page, papers, at }),
      quietUntil,
    }));
    return { ...outcome, did: 'read', kind: why };
  }

  async function readAbstracts(): Promise<Done> {
    const at = now();
    const reserved = await change((before) => {
      const attempts = before.abstracts.attempts + 1;
      // Put off before it is tried, so that being killed does not repeat it at once.
      const waitMs = retryDelay(attempts, { kind: 'offline', retryAfterMs: null }, random());
      const abstracts = { done: false, attempts, nextTry: toMoment(at + waitMs) };
      return { ...before, abstracts, lastArxivRequest: toMoment(at) };
    });
    const papers = await store.get(await store.withoutAbstract(mostAbstracts));
    const ids = papers.flatMap(({ arxivId }) => arxivId ?? []);
    const answer = ids.length > 0 ? await arxiv.metadata(ids) : null;
    const parsed = answer?.ok ? parseArxivAtom(answer.body, toMoment(at)) : null;
    if (answer !== null && (parsed === null || 'error' in parsed)) {
      return { ...nothing, did: 'failed', kind: 'starter' };
    }
    const claims = parsed && 'claims' in parsed ? parsed.claims : [];
    const records = claims.map(recordOf).filter((record) => record !== null);
    const outcome = await store.put(records, { kind: 'starter', at: toMoment(at) });
    const abstracts = { ...reserved.abstracts, done: true };
    await change((before) => ({ ...before, abstracts }));
    return { ...outcome, did: 'read', kind: 'starter' };
  }

  async function oneStep(): Promise<StepOutcome> {
    try {
      const known = await change((before) => prepare(before, now(), offset));
      const step = planStep(known, now(), offset);
      if (step.do === 'wait') {
        unwritten = null;
        return { ...nothing, did: 'nothing', kind: 'check', next: step.until };
      }
      const done = step.do === 'read' ? await readPage(step) : await readAbstracts();
      const after = await state.read();
      const following = prepare(after ?? initialState(now()), now(), offset);
      const then = planStep(following, now(), offset);
      unwritten = null;
      return { ...done, next: then.do === 'wait' ? then.until : now() };
    } catch {
      const next = now() + retryDelay(1, storageFailure, random());
      const since = unwritten?.since ?? toMoment(now());
      unwritten = { kind: 'storage', since, nextTry: toMoment(next), httpStatus: null };
      return { ...nothing, did: 'failed', kind: 'check', next };
    }
  }

  return {
    step() {
      running ??= oneStep().finally(() => {
        running = null;
      });
      return running;
    },
    async askForCheck() {
      await change((known) => {
        const { problem } = known;
        const mayTry = problem === null || problem.kind === 'busy';
        return {
          ...known,
          asked: true,
          problem: mayTry ? problem : { ...problem, nextTry: toMoment(now()) },
        };
      });
    },
    async pause(paused) {
      await change((known) => ({ ...known, paused }));
    },
    async loadEverything(wanted) {
      await change((known) => {
        const goal = goalOf(known.loadFrom, wanted);
        const paging = known.paging !== null && known.paging.day < goal ? null : known.paging;
        return { ...known, goal, paging, paused: false };
      });
    },
    async status() {
      const [known, counts] = await Promise.all([state.read(), store.counts()]);
      const status = statusOf(known, counts, now(), offset);
      return unwritten === null ? status : { ...status, problem: unwritten };
    },
  };
}

interface StorageFailure {
  kind: 'storage';
  httpStatus: null;
  retryAfterMs: null;
}

const storageFailure: StorageFailure = { kind: 'storage', httpStatus: null, retryAfterMs: null };
const unexpected: SourceFailure = {
  ok: false,
  kind: 'unexpected',
  httpStatus: 200,
  retryAfterMs: null,
};

function quietAfter(answer: SourceAnswer<unknown> & { ok: true }, at: number): string | null {
  const { allowance } = answer;
  if (allowance === null || allowance.remaining >= allowanceMargin) return null;
  return toMoment(at + allowance.resetMs);
}
