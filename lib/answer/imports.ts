import type { AuthoredData } from '../digest/formats/kindred-file.ts';
import { type ParsedImport, parseImport } from '../digest/formats/parse-import.ts';
import { knownTitles } from '../digest/import/known-titles.ts';
import { type ImportPlan, planImport } from '../digest/import/plan-import.ts';
import { starterClaims } from '../digest/starter/starter.ts';
import type { DigestStore } from '../digest/store.ts';
import type { ImportPreview, ImportResult } from '../messages/answers.ts';
import { FailureError } from '../messages/failure.ts';
import type { DigestRecord, Moment, Paper } from '../paper/paper.ts';

export interface ImportSources {
  digest: Pick<DigestStore, 'put' | 'undo' | 'dropUndo' | 'batches' | 'recordBatches'>;
  /** Merges topics, marks and settings, keeping what was there under the name of the undo. */
  mergeAuthored(data: AuthoredData, undo: string): Promise<{ topics: number; marks: number }>;
  undoAuthored(undo: string): Promise<void>;
  now(): Moment;
  newName(): string;
}

/** A preview shows this many papers of each kind; the counts are of all. */
const shownPapers = 200;

/** What a text would add, change and refuse. Nothing is stored. */
export async function previewImport(text: string, sources: ImportSources): Promise<ImportPreview> {
  const { parsed, plan } = await read(text, sources);
  return {
    format: parsed.format,
    added: brief(plan.added),
    changed: brief(plan.changed),
    addedCount: plan.added.length,
    changedCount: plan.changed.length,
    unchanged: plan.unchanged,
    refused: parsed.refused.slice(0, shownPapers),
    refusedCount: parsed.refused.length,
    assumedYear: parsed.assumedYear,
    topics: parsed.authored?.topics.length ?? 0,
    marks: parsed.authored?.marks.length ?? 0,
  };
}

/** Stores what the preview showed; one import can be taken back, the latest. */
export async function applyImport(text: string, sources: ImportSources): Promise<ImportResult> {
  const { parsed, plan } = await read(text, sources);
  const undo = sources.newName();
  const at = sources.now();
  for (let from = 0; from < plan.puts.length; from += putsAtOnce) {
    const some = plan.puts.slice(from, from + putsAtOnce);
    await sources.digest.put(some, { kind: 'import', at, undo });
  }
  const authored =
    parsed.authored === null
      ? { topics: 0, marks: 0 }
      : await sources.mergeAuthored(parsed.authored, undo);
  await sources.digest.dropUndo(undo);
  return { added: plan.added.length, changed: plan.changed.length, ...authored, undo };
}

/** Takes an import back; what came by other ways since stays. */
export async function undoImport(undo: string, sources: ImportSources): Promise<void> {
  await sources.digest.undo(undo);
  await sources.undoAuthored(undo);
}

const putsAtOnce = 500;

async function read(
  text: string,
  { digest, now }: ImportSources,
): Promise<{ parsed: ParsedImport; plan: ImportPlan }> {
  const papers: Pick<Paper, 'title' | 'arxivId' | 'doi'>[] = [...starterClaims()];
  for await (const batch of digest.batches(1_000)) papers.push(...batch);
  const reading = parseImport(text, { now: now(), knownByTitle: knownTitles(papers) });
  if (!reading.ok) throw new FailureError({ code: 'bad-request', message: reading.message });
  const held: DigestRecord[] = [];
  for await (const batch of digest.recordBatches(1_000)) held.push(...batch);
  return { parsed: reading.parsed, plan: planImport(reading.parsed.claims, held) };
}

function brief(papers: Paper[]): Paper[] {
  return papers.slice(0, shownPapers);
}
