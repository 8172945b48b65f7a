/** Papers met in recent answers, so that the next keystroke does not read them again. */
import type { Paper, PaperId } from '../../paper/paper.ts';

/** Where papers are read from; ids that are not held are left out of the answer. */
export interface Papers {
  get(ids: readonly PaperId[]): Promise<Paper[]>;
}

/** A question about a paper's text whose answers are worth remembering. */
export interface Test {
  key: string;
  holds: (paper: Paper) => boolean;
}

/** About 2 kB each. */
const mostPapers = 2_000;
const mostTests = 8;
const readAtOnce = 500;

export class PaperCache {
  private held = new Map<PaperId, Paper>();
  private verdicts = new Map<string, Map<PaperId, boolean>>();
  private readonly papers: Papers;

  constructor(papers: Papers) {
    this.papers = papers;
  }

  clear(): void {
    this.held.clear();
    this.verdicts.clear();
  }

  /** Papers by id; those not held anywhere are missing from the map. */
  async get(ids: readonly PaperId[]): Promise<Map<PaperId, Paper>> {
    const found = new Map<PaperId, Paper>();
    await this.each(ids, (paper) => found.set(paper.id, paper));
    return found;
  }

  /** The ids of those papers for which the test holds. */
  async filter(ids: readonly PaperId[], { key, holds }: Test): Promise<Set<PaperId>> {
    const verdicts = this.verdicts.get(key) ?? new Map<PaperId, boolean>();
    this.verdicts.delete(key);
    this.verdicts.set(key, verdicts);
    for (const oldest of this.verdicts.keys()) {
      if (this.verdicts.size <= mostTests) break;
      this.verdicts.delete(oldest);
    }
    const unknown = ids.filter((id) => !verdicts.has(id));
    await this.each(unknown, (paper) => verdicts.set(paper.id, holds(paper)));
    return new Set(ids.filter((id) => verdicts.get(id) === true));
  }

  private async each(ids: readonly PaperId[], act: (paper: Paper) => void): Promise<void> {
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce);
      const missing: PaperId[] = [];
      for (const id of some) {
        const paper = this.held.get(id);
        if (paper) act(paper);
        else missing.push(id);
      }
      if (missing.length === 0) continue;
      for (const paper of await this.papers.get(missing)) {
        act(paper);
        this.held.set(paper.id, paper);
      }
      for (const oldest of this.held.keys()) {
        if (this.held.size <= mostPapers) break;
        this.held.delete(oldest);
      }
    }
  }
}
