import { starterClaims } from '../../digest/starter/starter.ts';
import type { DigestStore } from '../../digest/store.ts';
import { FailureError } from '../../failure/failure.ts';
import type { ExportedUserData } from '../../import/formats/kindred-file.ts';
import { type ParsedImport, parseImport } from '../../import/formats/parse-import.ts';
import type { ImportPreview, ImportProgress, ImportResult } from '../../import/import-preview.ts';
import { knownTitles } from '../../import/known-titles.ts';
import { type ImportPlan, planImport, type StoredWork } from '../../import/plan-import.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { Topic } from '../../topics/topic.ts';

interface ImportSources {
  digest: Pick<
    DigestStore,
    'put' | 'putNew' | 'changes' | 'undo' | 'dropUndo' | 'batches' | 'keyBatches' | 'counts'
  >;
  /** Merges user data, and stores what it replaces under the name of the undo. */
  mergeUserData(
    data: ExportedUserData,
    undo: string,
  ): Promise<Pick<ImportResult, 'topics' | 'marks' | 'ignored'>>;
  undoUserData(undo: string): Promise<void>;
  /** Topics of a file that are new. */
  unknownTopics?(data: ExportedUserData): Promise<Topic[]>;
  /** Indexes what was stored. */
  takeIn(): Promise<void>;
  now(): Moment;
}

/** Papers of each kind in a preview; its counts are of all. */
const maxPreviewed = 200;
/** In UTF-16 units. */
const maxTextLength = 200_000_000;

interface UploadedText {
  name: string;
  chunks: string[];
  length: number;
  parsed: ParsedImport | null;
  planned: Planned | null;
}

interface Planned {
  plan: ImportPlan;
  /** The digest's `changes` before the plan read it. */
  since: number;
}

/**
 * Imports a text: uploaded in chunks, previewed, stored, undone. The text is only in memory. A
 * worker that was stopped rejects with `stopped`; the caller then uploads it again and continues,
 * because everything that was stored already is unchanged then and undone under the same name.
 */
export class Imports {
  readonly #sources: ImportSources;
  readonly #batchSize: number;
  #text: UploadedText | null = null;
  #progress: Omit<ImportProgress, 'stage'> & { stage: 'storing' | 'indexing' } = {
    stage: 'storing',
    done: 0,
    total: 0,
  };
  #applying = 0;

  /** `batchSize`: papers per transaction; other calls are answered between two of them. */
  constructor(sources: ImportSources, batchSize = 250) {
    this.#sources = sources;
    this.#batchSize = batchSize;
  }

  /**
   * Appends a chunk that begins at `at` UTF-16 units of the text. Returns how many units were
   * received: fewer than were sent if the worker was stopped in between. A new name discards the
   * former text.
   *
   * @throws {FailureError} 'bad-request' for a text that is too long
   */
  append(name: string, at: number, chunk: string): number {
    if (at === 0) this.#text = { name, chunks: [], length: 0, parsed: null, planned: null };
    const text = this.#text;
    if (text?.name !== name) return 0;
    if (text.length !== at) return text.length;
    if (at + chunk.length > maxTextLength) {
      throw new FailureError({
        code: 'bad-request',
        message: 'This text is longer than Kindred can read. Nothing was changed.',
      });
    }
    text.chunks.push(chunk);
    text.length += chunk.length;
    return text.length;
  }

  /**
   * What the text would add, change and reject. Nothing is stored.
   *
   * @throws {FailureError} 'stopped' | 'bad-request'
   */
  async preview(name: string): Promise<ImportPreview> {
    const parsed = await this.#parse(name);
    const { plan } = await this.#plan(name, parsed);
    const fresh =
      parsed.userData === null ? [] : await this.#sources.unknownTopics?.(parsed.userData);
    return {
      format: parsed.format,
      added: plan.added.slice(0, maxPreviewed),
      changed: plan.changed.slice(0, maxPreviewed),
      addedCount: plan.added.length,
      changedCount: plan.changed.length,
      unchanged: plan.unchanged,
      refused: parsed.refused.slice(0, maxPreviewed),
      refusedCount: parsed.refused.length,
      assumedYear: parsed.assumedYear,
      topics: parsed.userData?.topics.length ?? 0,
      ...(fresh ? { freshTopics: fresh.slice(0, maxPreviewed).map((topic) => topic.name) } : {}),
      marks: parsed.userData?.marks.length ?? 0,
      ignored: (parsed.userData?.ignored.length ?? 0) + (parsed.userData?.refused.length ?? 0),
    };
  }

  /**
   * Stores what the preview showed. The latest import can be undone by its name.
   *
   * @throws {FailureError} 'stopped' | 'bad-request'
   */
  async apply(name: string): Promise<ImportResult> {
    const { digest, mergeUserData, takeIn } = this.#sources;
    this.#applying += 1;
    this.#progress = { stage: 'storing', done: 0, total: 0 };
    try {
      const parsed = await this.#parse(name);
      const planned = await this.#plan(name, parsed);
      const { plan } = planned;
      const total = plan.puts.added.length + plan.puts.changed.length;
      await this.#store(name, planned);
      const userData =
        parsed.userData === null
          ? { topics: 0, marks: 0, ignored: 0 }
          : await mergeUserData(parsed.userData, name);
      await digest.dropUndo(name);
      this.#progress = { stage: 'indexing', done: 0, total };
      await takeIn();
      this.#text = null;
      return { added: plan.added.length, changed: plan.changed.length, ...userData, undo: name };
    } finally {
      this.#applying -= 1;
    }
  }

  /** The progress of the current import, or null. */
  async progress(): Promise<ImportProgress | null> {
    if (this.#applying === 0) return null;
    const progress = this.#progress;
    if (progress.stage === 'storing') return progress;
    const { indexBacklog: waiting } = await this.#sources.digest.counts();
    return { ...progress, done: Math.max(0, progress.total - waiting) };
  }

  /** Undoes an import; what other sources added since stays. */
  async undo(name: string): Promise<void> {
    await this.#sources.digest.undo(name);
    await this.#sources.undoUserData(name);
    await this.#sources.takeIn();
  }

  /**
   * Stores the plan, new papers first: without look-ups, as long as nothing else changes the
   * digest.
   */
  async #store(name: string, { plan, since }: Planned): Promise<void> {
    const { digest, now } = this.#sources;
    const how = { kind: 'import', at: now(), undo: name } as const;
    const { added, changed } = plan.puts;
    const total = added.length + changed.length;
    let changes: number | null = since;
    for (let done = 0; done < total; ) {
      this.#progress = { stage: 'storing', done, total };
      const isNew = done < added.length;
      const from = isNew ? done : done - added.length;
      const batch = (isNew ? added : changed).slice(from, from + this.#batchSize);
      if (isNew && changes !== null) {
        changes = await digest.putNew(batch, { ...how, since: changes });
        if (changes === null) continue;
      } else await digest.put(batch, how);
      done += batch.length;
    }
  }

  /** The last plan, unless papers changed since. */
  async #plan(name: string, parsed: ParsedImport): Promise<Planned> {
    const { digest } = this.#sources;
    const since = await digest.changes();
    const known = this.#text?.name === name ? this.#text.planned : null;
    if (known?.since === since) return known;
    const works: StoredWork[] = [];
    for await (const batch of digest.keyBatches(1_000)) works.push(...batch);
    const planned = { plan: planImport(parsed.claims, works), since };
    if (this.#text?.name === name) this.#text.planned = planned;
    return planned;
  }

  /** Parses the text once, and then discards it for what was parsed. */
  async #parse(name: string): Promise<ParsedImport> {
    const uploaded = this.#text;
    if (uploaded?.name !== name || (uploaded.length === 0 && uploaded.parsed === null)) {
      throw workerStopped();
    }
    if (uploaded.parsed !== null) return uploaded.parsed;
    const { digest, now } = this.#sources;
    const papers: Pick<Paper, 'title' | 'arxivId' | 'doi'>[] = [...starterClaims()];
    for await (const batch of digest.batches(1_000)) papers.push(...batch);
    const text = uploaded.chunks.join('');
    const parse = parseImport(text, { now: now(), knownByTitle: knownTitles(papers) });
    if (!parse.ok) throw new FailureError({ code: 'bad-request', message: parse.message });
    uploaded.parsed = parse.parsed;
    uploaded.chunks = [];
    return parse.parsed;
  }
}

function workerStopped(): FailureError {
  return new FailureError({
    code: 'stopped',
    message: 'The browser restarted Kindred. What was stored stays; show the changes again.',
  });
}
