import type { AuthoredKind } from '../user-data/user-data.ts';

/** The item of `storage.local` that holds a kind of authored data. */
export const authoredKey = (kind: AuthoredKind): string => `authored.${kind}`;
