/** Which papers other devices announced before this one. */
import type { PaperId } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';
import { shortHash } from './short-hash.ts';
import type { SyncState } from './sync-state.ts';
import type { SyncedData } from './synced-data.ts';

/** When papers were first announced on any device, as far as this one knows; empty without sync. */
export const announcedAnywhere = ({ copy, told }: SyncState): SyncedData['told'] =>
  copy?.told ?? told;

/**
 * The alerts that no other device raised before this one. What is known stays valid when sync is
 * turned off, so that nothing returns to the badge; where sync was never on, nothing is filtered.
 */
export function announcedLocallyFirst<T extends { work: PaperId; at: Moment }>(
  alerts: T[],
  state: SyncState,
): T[] {
  const announced = announcedAnywhere(state);
  if (Object.keys(announced).length === 0) return alerts;
  return alerts.filter(({ work, at }) => at <= (announced[shortHash(work)] ?? at));
}
