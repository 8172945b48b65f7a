import type { UserDataKind } from '../user-data/user-data.ts';

/** The item of `storage.local` that holds a kind of user data. */
export const userDataKey = (kind: UserDataKind): string => `authored.${kind}`;
