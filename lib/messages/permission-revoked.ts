/** The message to every tab when a permission is revoked: scripts on these sites remove themselves. */
import { covers } from '../page/match-pattern.ts';

export const permissionRevoked = (origins: readonly string[]) => ({
  kindredPage: 'withdrawn' as const,
  origins,
});

/** Whether a message revokes the permission for this page. */
export function isPermissionRevoked(
  message: unknown,
  page: { protocol: string; hostname: string },
): boolean {
  const { kindredPage, origins } = (message ?? {}) as Partial<ReturnType<typeof permissionRevoked>>;
  if (kindredPage !== 'withdrawn' || !Array.isArray(origins)) return false;
  return covers(origins, `${page.protocol}//${page.hostname}/*`);
}
