/** The update of Daily Papers, in steps of at most one request each. */
import { SingleFlight } from '../../concurrency/single-flight.ts';
import type { Claim } from '../../paper/paper.ts';
import { type Day, toMoment } from '../../time/days.ts';
import { parseArxivAtom } from '../arxiv-atom.ts';
import { parseDailyPapers } from '../daily-papers-api.ts';
import { recordOf } from '../merge.ts';
import type { ArxivSource, DailyPapersSource, SourceAnswer, SourceFailure } from '../source.ts';
import type { DigestStatus, UpdateProblem } from '../status.ts';
import type { DigestStore, NewPaperOrigin, PutOutcome } from '../store.ts';
import { afterFailure, afterPage, planStep, prepare, type Step } from './plan.ts';
import { retryDelay } from './schedule.ts';
import { goalOf, initialState, type UpdateState, type UpdateStateStore } from './state.ts';
import { statusOf } from './status.ts';

export interface UpdatePorts {
  source: DailyPapersSource;
  arxiv: ArxivSource;
  store: DigestStore;
  state: UpdateStateStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** This install's offset in the three hours between checks, in milliseconds. */
  offset: number;
  /** Whether the device has a network; absent: it has. */
  online?(): boolean;
}

export interface StepOutcome extends PutOutcome {
  did: 'nothing' | 'read' | 'failed';
  /** The origin of `added`. */
  kind: NewPaperOrigin;
  /** When the next step may run, in milliseconds since 1970. */
  next: number;
}

type Done = Omit<StepOutcome, 'next'>;

interface StorageFailure {
  kind: 'storage';
  httpStatus: null;
  retryAfterMs: null;
}

/** Below this many remaining requests of the service's limit Kindred waits: the rest is the user's. */
const minRemainingRequests = 20;
/** The most ids that one request to arXiv's API takes. */
const maxAbstracts = 100;
const noChange: PutOutcome = { added: [], changed: [], merged: [] };
const storageFailure: StorageFailure = { kind: 'storage', httpStatus: null, retryAfterMs: null };
const unexpected: SourceFailure = {
  ok: false,
  kind: 'unexpected',
  httpStatus: 200,
  retryAfterMs: null,
};

const recordsOf = (claims: Claim[]) => claims.flatMap((claim) => recordOf(claim) ?? []);

export class Updater {
  readonly #ports: UpdatePorts;
  readonly #steps = new SingleFlight<StepOutcome>();
  /** A problem of the storage, which cannot be stored itself. */
  #storageProblem: UpdateProblem | null = null;

  constructor(ports: UpdatePorts) {
    this.#ports = ports;
  }

  /** One unit of work; a call while one runs gets the outcome of that one. Never rejects. */
  step(): Promise<StepOutcome> {
    return this.#steps.run(() => this.#step());
  }

  /** Makes a check due now. A service that asked Kindred to wait is still given its time. */
  async askForCheck(): Promise<void> {
    const { now } = this.#ports;
    await this.#change((state) => {
      const { problem } = state;
      const mustWait = problem === null || problem.kind === 'busy';
      return {
        ...state,
        asked: true,
        problem: mustWait ? problem : { ...problem, nextTry: toMoment(now()) },
      };
    });
  }

  /** Pauses or resumes the first load; checks go on. */
  async pause(paused: boolean): Promise<void> {
    await this.#change((state) => ({ ...state, paused }));
  }

  /** Extends the first load to the first Daily Papers, or limits it to a year. Deletes nothing. */
  async loadEverything(wanted: boolean): Promise<void> {
    await this.#change((state) => {
      const goal = goalOf(state.loadFrom, wanted);
      const paging = state.paging !== null && state.paging.day < goal ? null : state.paging;
      return { ...state, goal, paging, paused: false };
    });
  }

  async status(): Promise<DigestStatus> {
    const { state, store, now, offset } = this.#ports;
    const [known, counts] = await Promise.all([state.read(), store.counts()]);
    const status = statusOf(known, counts, now(), offset);
    return this.#storageProblem === null ? status : { ...status, problem: this.#storageProblem };
  }

  #change(change: (state: UpdateState) => UpdateState): Promise<UpdateState> {
    const { state, now } = this.#ports;
    return state.update((known) => change(known ?? initialState(now())));
  }

  async #step(): Promise<StepOutcome> {
    const { state, now, random, offset } = this.#ports;
    try {
      const prepared = await this.#change((before) => prepare(before, now(), offset));
      const step = planStep(prepared, now(), offset);
      if (step.do === 'wait') {
        this.#storageProblem = null;
        return { ...noChange, did: 'nothing', kind: 'check', next: step.until };
      }
      const done = step.do === 'read' ? await this.#readPage(step) : await this.#readAbstracts();
      const after = await state.read();
      const following = prepare(after ?? initialState(now()), now(), offset);
      const then = planStep(following, now(), offset);
      this.#storageProblem = null;
      return { ...done, next: then.do === 'wait' ? then.until : now() };
    } catch {
      const next = now() + retryDelay(1, storageFailure, random());
      const since = this.#storageProblem?.since ?? toMoment(now());
      const nextTry = toMoment(next);
      this.#storageProblem = { kind: 'storage', since, nextTry, httpStatus: null };
      return { ...noChange, did: 'failed', kind: 'check', next };
    }
  }

  /** Fetches a page of a day and stores its papers. */
  async #readPage({ day, page, why }: Step & { do: 'read' }): Promise<Done> {
    const { source, store, now } = this.#ports;
    const at = now();
    await this.#change((before) => ({ ...before, lastRequest: toMoment(at) }));
    const answer = await source.page(day, page);
    if (!answer.ok) return this.#fail(day, answer);
    const quietUntil = quietAfter(answer, now());
    const parsed = parseDailyPapers(answer.body, day, toMoment(at));
    const isUnreadable =
      'error' in parsed || (parsed.claims.length === 0 && parsed.refused.length > 0);
    if (isUnreadable) return this.#fail(day, unexpected);
    let outcome: PutOutcome;
    try {
      outcome = await store.put(recordsOf(parsed.claims), { kind: why, at: toMoment(at) });
    } catch {
      return this.#fail(day, storageFailure);
    }
    const papers = parsed.claims.length + parsed.refused.length;
    await this.#change((before) => ({
      ...afterPage(before, { day, page, papers, at }),
      quietUntil,
    }));
    return { ...outcome, did: 'read', kind: why };
  }

  /** Fetches the abstracts of the starter papers from arXiv and stores them. */
  async #readAbstracts(): Promise<Done> {
    const { arxiv, store, now, random } = this.#ports;
    const at = now();
    const reserved = await this.#change((before) => {
      const attempts = before.abstracts.attempts + 1;
      // Postponed before the request, so that a worker killed in it does not repeat it at once.
      const waitMs = retryDelay(attempts, { kind: 'offline', retryAfterMs: null }, random());
      const abstracts = { done: false, attempts, nextTry: toMoment(at + waitMs) };
      return { ...before, abstracts, lastArxivRequest: toMoment(at) };
    });
    const papers = await store.get(await store.withoutAbstract(maxAbstracts));
    const ids = papers.flatMap(({ arxivId }) => arxivId ?? []);
    const answer = ids.length > 0 ? await arxiv.metadata(ids) : null;
    const parsed = answer?.ok ? parseArxivAtom(answer.body, toMoment(at)) : null;
    if (answer !== null && (parsed === null || 'error' in parsed)) {
      return { ...noChange, did: 'failed', kind: 'starter' };
    }
    const claims = parsed && 'claims' in parsed ? parsed.claims : [];
    const outcome = await store.put(recordsOf(claims), { kind: 'starter', at: toMoment(at) });
    await this.#change((before) => ({
      ...before,
      abstracts: { ...reserved.abstracts, done: true },
    }));
    return { ...outcome, did: 'read', kind: 'starter' };
  }

  async #fail(day: Day, failure: SourceFailure | StorageFailure): Promise<Done> {
    const { now, random, online = () => true } = this.#ports;
    await this.#change((state) => {
      const attempts = (state.problem?.attempts ?? 0) + 1;
      const waitMs = retryDelay(attempts, failure, random());
      return afterFailure(state, { ...failure, day, waitMs, at: now(), online: online() });
    });
    return { ...noChange, did: 'failed', kind: 'check' };
  }
}

/** Until when Kindred sends no requests; null while enough of the service's limit remains. */
function quietAfter(answer: SourceAnswer<unknown> & { ok: true }, at: number): string | null {
  const { allowance } = answer;
  if (allowance === null || allowance.remaining >= minRemainingRequests) return null;
  return toMoment(at + allowance.resetMs);
}
