import type { CallName } from './contract.ts';

/**
 * The repeatable calls of the contract, as a list that views and content scripts can import without
 * its schemas. A test compares it with the contract.
 */
export const repeatableCalls: ReadonlySet<string> = new Set<CallName>([
  'related',
  'lineMarks',
  'mutes',
  'search',
  'latest',
  'pageMarks',
  'savedPapers',
  'exportSavedPapers',
  'unread',
  'topics',
  'previewTopic',
  'previewLike',
  'topicReasons',
  'digestList',
  'digestLines',
  'digestTrends',
  'digestMap',
  'status',
  'arxivFeeds',
  'storedSizes',
  'previewImport',
  'importProgress',
  'export',
  'settings',
  'syncStatus',
  'topicsText',
  'notificationStatus',
]);
