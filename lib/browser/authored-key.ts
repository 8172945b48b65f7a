import type { AuthoredKind } from '../authored/authored.ts';

/** The item of `storage.local` that holds a kind of authored data. */
export const authoredKey = (kind: AuthoredKind): string => `authored.${kind}`;
