/** Sent to every tab when the user takes sites back: who runs on one of them leaves. */
import { covers } from '../page/match-pattern.ts';

export const permissionRevoked = (origins: readonly string[]) => ({
  kindredPage: 'withdrawn' as const,
  origins,
});

/** Whether a message takes back the site of this page. */
export function isPermissionRevoked(
  message: unknown,
  page: { protocol: string; hostname: string },
): boolean {
  const { kindredPage, origins } = (message ?? {}) as Partial<ReturnType<typeof permissionRevoked>>;
  if (kindredPage !== 'withdrawn' || !Array.isArray(origins)) return false;
  return covers(origins, `${page.protocol}//${page.hostname}/*`);
}
