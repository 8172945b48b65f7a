/** Why the data in the browser's account is not up to date. */
export const syncProblems = [
  /** The quota of the account is used up. */
  'full',
  /** The browser does not let Kindred use the account. */
  'unavailable',
  /** A later version of Kindred wrote it. */
  'newer',
  /** Another device turned sync off on all devices. */
  'ended',
] as const;

export type SyncProblem = (typeof syncProblems)[number];
