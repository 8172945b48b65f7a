/**
 * How the reader is told and where topics go: notifications, and copying to other computers. The
 * calls are part of the contract.
 */
import * as v from 'valibot';
import type { CopyProblem } from '../sync/sync-problem.ts';
import type { Moment } from '../paper/paper.ts';

/** Copying through the browser's account. */
export interface CopyState {
  on: boolean;
  /** Topics in the account that this computer does not have, where copying is off. */
  found: { topics: number; names: string[] } | null;
  /** The reader said "not now" to them, outside the options page. */
  notNow: boolean;
  /** What there was no room for in the account. */
  left: { topics: number; marks: number };
  wroteAt: Moment | null;
  problem: CopyProblem | null;
}

/** The notification a day. */
export interface NoticeState {
  on: boolean;
  /** Minutes after midnight, by the computer's clock. */
  minute: number;
  /** The first topic is a week old. */
  offered: boolean;
  /** The reader has said yes or no before. */
  asked: boolean;
}

export const tellingCalls = {
  copyState: { from: 'kindred', request: v.object({}) },
  /** Begins copying, and takes over what is in the account. */
  startCopying: { from: 'kindred', request: v.object({}) },
  /** Ends it here; with `deleteCopy` everywhere, and nothing stays in the account. */
  stopCopying: { from: 'kindred', request: v.object({ deleteCopy: v.boolean() }) },
  /** What was found is not wanted now. */
  copyNotNow: { from: 'kindred', request: v.object({}) },
  /** The topics as text to be pasted elsewhere: a file of Kindred's own with topics alone. */
  topicsText: { from: 'kindred', request: v.object({}) },
  noticeState: { from: 'kindred', request: v.object({}) },
  /** The browser has been asked before, in the reader's click. */
  setNotices: {
    from: 'kindred',
    request: v.object({
      on: v.boolean(),
      minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439)),
    }),
  },
} as const;

export interface TellingAnswers {
  copyState: CopyState;
  startCopying: CopyState;
  stopCopying: CopyState;
  copyNotNow: null;
  topicsText: { text: string; topics: number };
  noticeState: NoticeState;
  setNotices: NoticeState;
}
