/** What the popup shows, kept so that it can be reopened as it was left. */
export interface PopupState {
  tab: Tab;
  query: string;
}

export const tabs = ['page', 'unread', 'latest', 'saved', 'topics'] as const;
export type Tab = (typeof tabs)[number];
