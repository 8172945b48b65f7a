import type { DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Failure } from '../../lib/failure/failure.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Background } from '../../lib/messages/contract.ts';
import type { PaperId } from '../../lib/paper/paper.ts';
import { toFailure } from '../use-answer.ts';

/** Papers per request. */
const batchSize = 50;
/** A request is made once one of this many rows ahead is missing. */
const prefetchDistance = 20;
/** Beyond this number the papers stored first are dropped, and fetched again when they come back. */
const maxCached = 3_000;

/** The papers of the list, fetched as they come into view, one request at a time. */
export class VisiblePapers {
  /** Why the last request failed; nothing is fetched until `retry`. */
  failure: Failure | null = null;
  readonly #background: Pick<Background, 'digestLines'>;
  readonly #onChange: () => void;
  readonly #lines = new Map<PaperId, DigestLine>();
  /** Listed, but no longer stored when they were fetched. */
  readonly #gone = new Set<PaperId>();
  /** The gone ones that were fetched since the list came: not fetched again for this list. */
  readonly #confirmedGone = new Set<PaperId>();
  #drawn: PaperId[] = [];
  #ahead: PaperId[] = [];
  #first: DigestLine[] | null = null;
  #isFetching = false;

  constructor(background: Pick<Background, 'digestLines'>, onChange: () => void) {
    this.#background = background;
    this.#onChange = onChange;
  }

  get(id: PaperId): DigestLine | undefined {
    return this.#lines.get(id);
  }

  isGone(id: PaperId): boolean {
    return this.#gone.has(id);
  }

  /** Takes the papers that came with a list; does nothing if it has them already. */
  startList(first: DigestLine[]): void {
    if (first === this.#first) return;
    this.#first = first;
    // Gone papers are fetched once more, and shown as gone until they are there.
    this.#confirmedGone.clear();
    this.#store(first);
  }

  /** Fetches what is missing of the rows drawn and of those ahead. */
  show(drawn: PaperId[], ahead: PaperId[]): void {
    this.#drawn = drawn;
    this.#ahead = ahead;
    this.#fetchMissing();
  }

  mark(id: PaperId, changed: Partial<Marks>): void {
    const line = this.#lines.get(id);
    if (!line) return;
    const marks = { ...line.marks, ...changed };
    this.#lines.set(id, { ...line, marks, news: marks.read ? [] : line.news });
    this.#onChange();
  }

  retry(): void {
    this.failure = null;
    this.#onChange();
    this.#fetchMissing();
  }

  #store(lines: DigestLine[]): void {
    for (const line of lines) {
      // Deleted first, so that it becomes the newest entry of the map.
      this.#lines.delete(line.paper.id);
      this.#lines.set(line.paper.id, line);
    }
    const drawn = new Set(this.#drawn);
    for (const id of this.#lines.keys()) {
      if (this.#lines.size <= maxCached) break;
      if (!drawn.has(id)) this.#lines.delete(id);
    }
  }

  #isMissing(id: PaperId): boolean {
    return !this.#lines.has(id) && !this.#confirmedGone.has(id);
  }

  #fetchMissing(): void {
    if (this.#isFetching || this.failure) return;
    const isMissing = (id: PaperId) => this.#isMissing(id);
    const isNeeded =
      this.#drawn.some(isMissing) || this.#ahead.slice(0, prefetchDistance).some(isMissing);
    if (!isNeeded) return;
    const ids = [...this.#drawn, ...this.#ahead].filter(isMissing).slice(0, batchSize);
    this.#isFetching = true;
    this.#background.digestLines({ ids }).then(
      (lines) => this.#onFetched(ids, lines),
      (error: unknown) => {
        this.#isFetching = false;
        this.failure = toFailure(error);
        this.#onChange();
      },
    );
  }

  #onFetched(ids: PaperId[], lines: DigestLine[]): void {
    this.#isFetching = false;
    this.#store(lines);
    for (const id of ids) {
      if (this.#lines.has(id)) {
        this.#gone.delete(id);
      } else {
        this.#gone.add(id);
        this.#confirmedGone.add(id);
      }
    }
    this.#onChange();
    this.#fetchMissing();
  }
}
