/** What the popup shows, stored for ten minutes so that it reopens in the same state. */
export interface PopupState {
  tab: Tab;
  query: string;
}

export const tabs = ['page', 'unread', 'latest', 'saved', 'topics'] as const;
export type Tab = (typeof tabs)[number];
