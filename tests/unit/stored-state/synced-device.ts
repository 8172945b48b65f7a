/** A device of some version of the extension, which syncs through an account of the browser. */
import type { Paper } from '../../../lib/paper/paper.ts';
import type * as today from '../../stored-state/sync-entry.ts';
import { MemoryArea } from '../memory-storage-area.ts';
import type { AccountView } from '../sync/fake-account.ts';

/** What a version needs to sync: today's modules, or those that an older version was bundled with. */
export type SyncParts = typeof today;

interface Clock {
  now(): string;
}

export class SyncedDevice {
  readonly area = new MemoryArea();
  readonly account: AccountView;
  readonly #parts: SyncParts;
  readonly #clock: Clock;
  readonly #name: string;
  #papers = new Map<string, Paper>();
  #queue: { key: number; place: number; id: string; kind: 'check'; at: string }[] = [];
  #made = 0;

  constructor(name: string, parts: SyncParts, account: AccountView, clock: Clock) {
    this.#name = name;
    this.#parts = parts;
    this.account = account;
    this.#clock = clock;
  }

  /** A new life of the background on the same storage. */
  get #userData() {
    return this.#parts.authoredStore(this.area);
  }

  /** The store under today's name and under that of 0.1. */
  get #stores() {
    const userData = this.#userData;
    return { userData, authored: userData };
  }

  #digest = {
    get: async (ids: string[]) => ids.flatMap((id) => this.#papers.get(id) ?? []),
    currentIds: async (ids: string[]) => ids,
    newPapers: async () => this.#queue,
    ackNewPapers: async () => {
      this.#queue = [];
    },
    // The same as 0.1 names it.
    arrivals: async () => this.#queue,
    seen: async () => {
      this.#queue = [];
    },
  };

  #sources() {
    const sources = {
      ...this.#stores,
      account: this.account,
      paperIds: async () => [...this.#papers.keys()],
      wakeAt: async () => undefined,
      wakeBy: async () => undefined,
      now: this.#clock.now,
    };
    const exchange = async () => void (await this.#parts.exchangeCopies(sources));
    return { ...sources, exchange };
  }

  startSync = () => this.#parts.startCopying(this.#sources());
  sync = () => this.#parts.exchangeCopies(this.#sources());
  syncState = () => this.#parts.copyState(this.#sources());

  async follow(query: string, more: object = {}): Promise<string> {
    const newId = () => `${this.#name}${++this.#made}`;
    const sources = { ...this.#stores, now: this.#clock.now, newId };
    const request = { name: query, query, ...more };
    return (await this.#parts.followTopic(request, sources as never)).id;
  }

  async edit(id: string, name: string, query: string): Promise<void> {
    const sources = { ...this.#stores, now: this.#clock.now, newId: () => id };
    await this.#parts.editTopic({ id, name, query }, sources as never);
  }

  unfollow = (id: string) => this.#parts.unfollowTopic(id, this.#userData);
  read = (id: string, read = true) =>
    this.#parts.setMark(this.#userData, 'read', [id], read, this.#clock.now());

  /** A check of this device finds papers. */
  async find(papers: Paper[]): Promise<void> {
    const at = this.#clock.now();
    for (const paper of papers) {
      if (this.#papers.has(paper.id)) continue;
      this.#papers.set(paper.id, paper);
      const place = this.#queue.length;
      this.#queue.push({ key: place, place, id: paper.id, kind: 'check', at });
    }
    const sources = { digest: this.#digest, ...this.#stores, now: this.#clock.now };
    await this.#parts.alertArrivals(sources);
  }

  async badge(): Promise<number> {
    const sources = { ...this.#stores, digest: this.#digest };
    return (await this.#parts.badgeNews(sources, this.#clock.now())).total;
  }

  /** Topics as they sync, by id. */
  async topics(): Promise<object[]> {
    const topics = await this.#userData.get('topics');
    return topics
      .map(({ parsed: _, model: __, ...topic }) => JSON.parse(JSON.stringify(topic)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async readIds(): Promise<string[]> {
    const marks = await this.#userData.get('marks');
    return Object.keys(marks)
      .filter((id) => marks[id]?.read)
      .sort();
  }
}
