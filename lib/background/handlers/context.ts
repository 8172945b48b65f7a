/** What all handlers work with. */
import type { DigestStatus } from '../../digest/status.ts';
import type { Marks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Ports } from '../ports.ts';
import type { SyncScheduler } from '../sync-scheduler.ts';

export interface HandlerContext {
  ports: Ports;
  maintenance: Maintenance;
  sync: SyncScheduler;
  /** Deletes everything on this device. */
  reset(): Promise<void>;
  status(): Promise<DigestStatus>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  now(): Moment;
}
