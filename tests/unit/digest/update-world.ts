/** The world around the update: a service, a clock and a database that outlive each updater. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { recordOf } from '../../../lib/digest/merge.ts';
import type { SourceAnswer } from '../../../lib/digest/source.ts';
import { initialState } from '../../../lib/digest/update/state.ts';
import { type UpdatePorts, Updater } from '../../../lib/digest/update/updater.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { DatabaseConnection } from '../../../lib/storage/database.ts';
import { IndexedDbDigestStore } from '../../../lib/storage/digest-store.ts';
import { updateStateStore } from '../../../lib/storage/state-stores.ts';
import { addDays, dayAt } from '../../../lib/time/days.ts';
import { claim } from './claims.ts';

export const installed = Date.parse('2026-03-11T10:00:00.000Z');

/** An item as the service sends it. */
export function item(arxivId: string, listedAt: string, upvotes = 1): object {
  return {
    paper: {
      id: arxivId,
      title: `A study numbered ${arxivId} of many`,
      summary: `What ${arxivId} says.`,
      authors: [{ name: 'Ada Example', hidden: false }],
      publishedAt: `${listedAt}T00:00:00.000Z`,
      submittedOnDailyAt: `${listedAt}T08:00:00.000Z`,
      upvotes,
    },
    numComments: 0,
  };
}

function entry(arxivId: string): string {
  return `<entry><id>http://arxiv.org/abs/${arxivId}v1</id><title>Starter ${arxivId}</title>
<summary>Abstract of ${arxivId}.</summary><published>2025-01-01T00:00:00Z</published></entry>`;
}

export class World {
  time = installed;
  offset = 0;
  /** The most papers of one page. */
  pageSize = 100;
  papers = new Map<string, object[]>();
  requests: { at: number; day: string; page: number }[] = [];
  arxivRequests: { at: number; ids: string[] }[] = [];
  /** Replaces the answer of the service where it is not null. */
  fault: (day: string) => SourceAnswer<unknown> | null = () => null;
  arxivFault: () => SourceAnswer<string> | null = () => null;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
  }

  publish(day: string, ...ids: string[]): void {
    const listed = this.papers.get(day) ?? [];
    this.papers.set(day, [...listed, ...ids.map((id) => item(id, day))]);
  }

  ports(): UpdatePorts {
    const database = new DatabaseConnection();
    return {
      source: {
        page: async (day, page) => {
          this.requests.push({ at: this.time, day, page });
          const fault = this.fault(day);
          if (fault) return fault;
          const all = this.papers.get(day) ?? [];
          const body = all.slice(page * this.pageSize, (page + 1) * this.pageSize);
          return { ok: true, body, allowance: null };
        },
      },
      arxiv: {
        metadata: async (ids) => {
          this.arxivRequests.push({ at: this.time, ids });
          const body = `<feed xmlns="http://www.w3.org/2005/Atom">${ids.map(entry).join('')}</feed>`;
          return this.arxivFault() ?? { ok: true, body, allowance: null };
        },
      },
      store: new IndexedDbDigestStore(database),
      state: updateStateStore(database),
      now: () => this.time,
      random: () => 0,
      offset: this.offset,
    };
  }

  /** Limits the first load to some days instead of a year. */
  async shorten(days: number): Promise<void> {
    const state = initialState(this.time);
    await this.ports().state.update(() => ({ ...state, goal: addDays(dayAt(this.time), -days) }));
  }

  async addStarter(...arxivIds: string[]): Promise<void> {
    const records = arxivIds.flatMap(
      (arxivId) =>
        recordOf(claim({ source: 'starter', arxivId, title: `Starter ${arxivId}` })) ?? [],
    );
    const at = new Date(this.time).toISOString();
    await this.ports().store.put(records, { kind: 'starter', at });
  }

  /** Runs steps, with the clock set to each next one, until none is due before `until`. */
  async run(until: number, ports: UpdatePorts = this.ports()): Promise<void> {
    const updater = new Updater(ports);
    for (;;) {
      const { next } = await updater.step();
      if (next > until) {
        this.time = Math.max(this.time, until);
        return;
      }
      this.time = Math.max(this.time, next);
    }
  }

  async digest(): Promise<Paper[]> {
    const papers: Paper[] = [];
    for await (const batch of this.ports().store.batches(50)) papers.push(...batch);
    return papers;
  }
}

export const hour = 3_600_000;
export const minute = 60_000;
