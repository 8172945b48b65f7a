import type { UserDataKind } from '../user-data/user-data.ts';

/** The key of a kind of user data in `storage.local`. */
export const userDataKey = (kind: UserDataKind): string => `authored.${kind}`;
