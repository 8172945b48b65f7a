/** What all handlers share. */
import type { DigestStatus } from '../../digest/status.ts';
import type { BackgroundJobs } from '../../jobs/jobs.ts';
import type { Marks } from '../../marks/marks.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { Ports } from '../ports.ts';

export interface HandlerContext {
  ports: Ports;
  jobs: BackgroundJobs;
  /** Deletes everything on this device. */
  reset(): Promise<void>;
  status(): Promise<DigestStatus>;
  marks(ids: PaperId[]): Promise<Map<PaperId, Marks>>;
  now(): Moment;
}
