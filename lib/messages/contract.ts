/**
 * The contract between views, content scripts and the background. Each row is one call: who may
 * make it, the rules that apply to it, its request and its answer. `dispatch.ts` and `apply-rules.ts`
 * apply the rows.
 */
import type * as v from 'valibot';
import type { Call } from './call.ts';
import { digestCalls } from './calls/digest.ts';
import { pageCalls } from './calls/page.ts';
import { paperCalls } from './calls/papers.ts';
import { readerCalls } from './calls/reader.ts';
import { settingsCalls } from './calls/settings.ts';
import { topicCalls } from './calls/topics.ts';

export const calls = {
  ...pageCalls,
  ...paperCalls,
  ...topicCalls,
  ...readerCalls,
  ...digestCalls,
  ...settingsCalls,
} satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
export type Request<N extends CallName> = v.InferOutput<(typeof calls)[N]['request']>;
export type Answer<N extends CallName> = (typeof calls)[N]['answer'];

/** The sender of a call. Its window is private where the browser or the sender says so. */
export interface Caller {
  tabId: number | null;
  private: boolean;
}

type Handler<N extends CallName> = (request: Request<N>, caller: Caller) => Promise<Answer<N>>;

/** One function per call: what the background implements. */
export type Handlers = { [N in CallName]: Handler<N> };

/** The background as its callers see it. */
export type Background = { [N in CallName]: (request: Request<N>) => Promise<Answer<N>> };
