/**
 * A text the user imports: given in pieces, shown as what it would change, stored, taken back.
 * The text is held in memory alone. A worker that was stopped has forgotten it and says so
 * (`stopped`); whoever asked gives it again and goes on, for all that was stored already is then
 * found unchanged, and is undone under the same name.
 */

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

export interface ImportSources {
  digest: Pick<
    DigestStore,
    'put' | 'putNew' | 'changes' | 'undo' | 'dropUndo' | 'batches' | 'keyBatches' | 'counts'
  >;
  /** Merges topics, marks and settings, keeping what was there under the name of the undo. */
  mergeUserData(
    data: ExportedUserData,
    undo: string,
  ): Promise<Pick<ImportResult, 'topics' | 'marks' | 'ignored'>>;
  undoUserData(undo: string): Promise<void>;
  /** Topics of a file that are not here yet. */
  freshTopics?(data: ExportedUserData): Promise<Topic[]>;
  /** Brings what was stored to the indexes. */
  takeIn(): Promise<void>;
  now(): Moment;
}

/** A preview shows this many papers of each kind; the counts are of all. */
const shownPapers = 200;
/** Longest text, in UTF-16 units. */
const longestText = 200_000_000;

interface Held {
  name: string;
  pieces: string[];
  length: number;
  parsed: ParsedImport | null;
  planned: Planned | null;
}

interface Planned {
  plan: ImportPlan;
  /** The digest's `changes` before it was read for the plan. */
  since: number;
}

export class Imports {
  readonly #sources: ImportSources;
  readonly #putsAtOnce: number;
  #held: Held | null = null;
  #progress: Omit<ImportProgress, 'stage'> & { stage: 'storing' | 'indexing' } = {
    stage: 'storing',
    done: 0,
    total: 0,
  };
  #applying = 0;

  /** `putsAtOnce`: papers stored in one transaction, between which other questions are answered. */
  constructor(sources: ImportSources, putsAtOnce = 250) {
    this.#sources = sources;
    this.#putsAtOnce = putsAtOnce;
  }

  /**
   * Takes a piece that begins at so many characters of the text and answers how many are held: less
   * than was given where the beginning was forgotten. A new name lets the former text go.
   */
  give(name: string, at: number, piece: string): number {
    if (at === 0) this.#held = { name, pieces: [], length: 0, parsed: null, planned: null };
    const held = this.#held;
    if (held?.name !== name) return 0;
    if (held.length !== at) return held.length;
    if (at + piece.length > longestText) {
      throw new FailureError({
        code: 'bad-request',
        message: 'This text is longer than Kindred reads. Nothing was changed.',
      });
    }
    held.pieces.push(piece);
    held.length += piece.length;
    return held.length;
  }

  /** What the text would add, change and refuse. Nothing is stored. */
  async preview(name: string): Promise<ImportPreview> {
    const parsed = await this.#parse(name);
    const { plan } = await this.#plan(name, parsed);
    const fresh =
      parsed.userData === null ? [] : await this.#sources.freshTopics?.(parsed.userData);
    return {
      format: parsed.format,
      added: plan.added.slice(0, shownPapers),
      changed: plan.changed.slice(0, shownPapers),
      addedCount: plan.added.length,
      changedCount: plan.changed.length,
      unchanged: plan.unchanged,
      refused: parsed.refused.slice(0, shownPapers),
      refusedCount: parsed.refused.length,
      assumedYear: parsed.assumedYear,
      topics: parsed.userData?.topics.length ?? 0,
      ...(fresh ? { freshTopics: fresh.slice(0, shownPapers).map((topic) => topic.name) } : {}),
      marks: parsed.userData?.marks.length ?? 0,
      ignored: (parsed.userData?.ignored.length ?? 0) + (parsed.userData?.refused.length ?? 0),
    };
  }

  /** Stores what the preview showed; one import can be taken back, the latest, by its name. */
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
      this.#held = null;
      return { added: plan.added.length, changed: plan.changed.length, ...userData, undo: name };
    } finally {
      this.#applying -= 1;
    }
  }

  /** How far the import under way is, or null. */
  async progress(): Promise<ImportProgress | null> {
    if (this.#applying === 0) return null;
    const progress = this.#progress;
    if (progress.stage === 'storing') return progress;
    const { indexBacklog: waiting } = await this.#sources.digest.counts();
    return { ...progress, done: Math.max(0, progress.total - waiting) };
  }

  /** Takes an import back; what came by other ways since stays. */
  async undo(name: string): Promise<void> {
    await this.#sources.digest.undo(name);
    await this.#sources.undoUserData(name);
    await this.#sources.takeIn();
  }

  /** Stores what was planned: what is new first, without looking each up as long as nobody else stores. */
  async #store(name: string, { plan, since }: Planned): Promise<void> {
    const { digest, now } = this.#sources;
    const how = { kind: 'import', at: now(), undo: name } as const;
    const { added, changed } = plan.puts;
    const total = added.length + changed.length;
    let changes: number | null = since;
    for (let done = 0; done < total; ) {
      this.#progress = { stage: 'storing', done, total };
      const isNew = done < added.length;
      const place = isNew ? done : done - added.length;
      const some = (isNew ? added : changed).slice(place, place + this.#putsAtOnce);
      if (isNew && changes !== null) {
        changes = await digest.putNew(some, { ...how, since: changes });
        if (changes === null) continue;
      } else await digest.put(some, how);
      done += some.length;
    }
  }

  /** What was planned last, unless papers have changed since. */
  async #plan(name: string, parsed: ParsedImport): Promise<Planned> {
    const { digest } = this.#sources;
    const since = await digest.changes();
    const known = this.#held?.name === name ? this.#held.planned : null;
    if (known?.since === since) return known;
    const works: StoredWork[] = [];
    for await (const batch of digest.keyBatches(1_000)) works.push(...batch);
    const planned = { plan: planImport(parsed.claims, works), since };
    if (this.#held?.name === name) this.#held.planned = planned;
    return planned;
  }

  /** The text is read once; its pieces are let go for what was read of them. */
  async #parse(name: string): Promise<ParsedImport> {
    const held = this.#held;
    if (held?.name !== name || (held.length === 0 && held.parsed === null)) throw forgotten();
    if (held.parsed !== null) return held.parsed;
    const { digest, now } = this.#sources;
    const papers: Pick<Paper, 'title' | 'arxivId' | 'doi'>[] = [...starterClaims()];
    for await (const batch of digest.batches(1_000)) papers.push(...batch);
    const text = held.pieces.join('');
    const reading = parseImport(text, { now: now(), knownByTitle: knownTitles(papers) });
    if (!reading.ok) throw new FailureError({ code: 'bad-request', message: reading.message });
    held.parsed = reading.parsed;
    held.pieces = [];
    return reading.parsed;
  }
}

function forgotten(): FailureError {
  return new FailureError({
    code: 'stopped',
    message:
      'The browser stopped Kindred’s background meanwhile. What was stored stays; show what would change once more.',
  });
}
