/** Why the copy in the browser's account is not up to date. */
export const syncProblems = [
  /** The account takes no more. */
  'full',
  /** The browser does not let the account be used. */
  'unavailable',
  /** A later Kindred wrote it. */
  'newer',
  /** It was deleted for all devices, from another one. */
  'ended',
] as const;

export type SyncProblem = (typeof syncProblems)[number];
