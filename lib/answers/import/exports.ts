import type { DigestStore } from '../../digest/store.ts';
import { toJsonLine } from '../../import/formats/json-lines.ts';
import { type ExportedUserData, toKindredFile } from '../../import/formats/kindred-file.ts';
import type { Moment } from '../../time/days.ts';

interface ExportSources {
  digest: Pick<DigestStore, 'batches'>;
  userData(): Promise<ExportedUserData>;
  now(): Moment;
}

/** The digest as JSON Lines, or the user data as Kindred's own format. */
export async function exportFile(
  what: 'digest' | 'user-data',
  sources: ExportSources,
): Promise<{ filename: string; text: string }> {
  const now = sources.now();
  const day = now.slice(0, 10);
  if (what === 'user-data') {
    const text = toKindredFile(await sources.userData(), now);
    return { filename: `kindred-topics-and-marks-${day}.json`, text };
  }
  let text = '';
  for await (const papers of sources.digest.batches(1_000)) {
    for (const paper of papers) text += `${toJsonLine(paper)}\n`;
  }
  return { filename: `kindred-digest-${day}.jsonl`, text };
}
