/** Papers met in recent answers, so that the next keystroke does not read them again. */
import type { Paper, PaperId } from '../paper/paper.ts';
import { type PaperText, paperTextOf } from '../query/paper-text.ts';

/** Where papers are read from; ids that are not held are left out of the answer. */
export interface Papers {
  get(ids: readonly PaperId[]): Promise<Paper[]>;
}

const mostPapers = 3_000;
const readAtOnce = 500;

export class PaperCache {
  private held = new Map<PaperId, { paper: Paper; text: PaperText | null }>();
  private readonly papers: Papers;

  constructor(papers: Papers) {
    this.papers = papers;
  }

  clear(): void {
    this.held.clear();
  }

  /** Papers by id; those not held anywhere are missing from the map. */
  async get(ids: readonly PaperId[]): Promise<Map<PaperId, Paper>> {
    const found = new Map<PaperId, Paper>();
    await this.each(ids, (held) => found.set(held.paper.id, held.paper));
    return found;
  }

  /** The ids of those papers whose text passes. */
  async filter(
    ids: readonly PaperId[],
    passes: (text: PaperText) => boolean,
  ): Promise<Set<PaperId>> {
    const passed = new Set<PaperId>();
    await this.each(ids, (held) => {
      held.text ??= paperTextOf(held.paper);
      if (passes(held.text)) passed.add(held.paper.id);
    });
    return passed;
  }

  private async each(
    ids: readonly PaperId[],
    act: (held: { paper: Paper; text: PaperText | null }) => void,
  ): Promise<void> {
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce);
      const missing = some.filter((id) => !this.held.has(id));
      const read = missing.length > 0 ? await this.papers.get(missing) : [];
      const fresh = new Map(read.map((paper) => [paper.id, { paper, text: null }]));
      for (const id of some) {
        const held = this.held.get(id) ?? fresh.get(id);
        if (held) act(held);
      }
      if (this.held.size + fresh.size > mostPapers) this.held.clear();
      for (const [id, held] of fresh) this.held.set(id, held);
    }
  }
}
