import type { UserDataKind } from './user-data.ts';

/** The kinds of user data that decide which papers are unread. */
export const unreadInputs = ['alerts', 'topics', 'marks'] as const satisfies UserDataKind[];
