import { emptyClaim } from '../../digest/merge.ts';
import type { DigestStore } from '../../digest/store.ts';
import { FailureError } from '../../failure/failure.ts';
import type { MarkedPaper, Marks, SavedOnlyPaper } from '../../marks/marks.ts';
import { bibtexOf } from '../../paper/bibtex.ts';
import { identify, keysOf } from '../../paper/identity.ts';
import { latestFirst } from '../../paper/latest-first.ts';
import type { PagePaper, Paper, PaperId } from '../../paper/paper.ts';
import { risOf } from '../../paper/ris.ts';
import type { Moment } from '../../time/days.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { setMark } from '../user-data/marks.ts';

interface SavedPapersSources {
  userData: UserDataStore;
  digest: Pick<DigestStore, 'find' | 'get'>;
  now(): Moment;
}

const maxTitleLength = 1_000;
const maxAuthors = 100;

/**
 * Saves the paper of a page, or removes it from the saved papers. A paper that is not in the digest
 * is stored with the page's metadata.
 *
 * @throws {FailureError} 'bad-request' where the page does not identify its paper
 */
export async function savePaper(
  page: PagePaper,
  saved: boolean,
  { userData, digest, now }: SavedPapersSources,
): Promise<void> {
  const keys = keysOf(page);
  const known = keys.length === 0 ? null : await digest.find(keys);
  const id = known?.id ?? identify(page);
  if (id === null) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This page has no title, arXiv id or DOI, so its paper can’t be saved.',
    });
  }
  // Stored before the mark: a mark without it would be a line without a title.
  if (saved && known === null) {
    await userData.update('shelf', (shelf) => ({ ...shelf, [id]: savedOnlyPaper(page) }));
  }
  await setMark(userData, 'saved', saved ? [id] : [id, ...keys], saved, now());
  if (!saved) await userData.update('shelf', (shelf) => without(shelf, [id, ...keys]));
}

/** Whether the paper of a page is read and saved. */
export async function pageMarks(
  page: PagePaper,
  { userData, digest }: Pick<SavedPapersSources, 'userData' | 'digest'>,
): Promise<Marks> {
  const keys = keysOf(page);
  const known = keys.length === 0 ? null : await digest.find(keys);
  const marks = await userData.get('marks');
  const stored = [...(known ? [known.id] : []), ...keys].flatMap((id) => marks[id] ?? []);
  return {
    read: stored.some(({ read }) => read !== null),
    saved: stored.some(({ saved }) => saved !== null),
  };
}

/** Saved papers, unread ones first, then the latest saved. */
export async function savedPapers({
  userData,
  digest,
}: Pick<SavedPapersSources, 'userData' | 'digest'>): Promise<MarkedPaper[]> {
  const [marks, shelf] = await Promise.all([userData.get('marks'), userData.get('shelf')]);
  const saved = Object.entries(marks)
    .filter(([, mark]) => mark.saved !== null)
    .sort(([, a], [, b]) => latestFirst(a.saved, b.saved));
  const papers = new Map((await digest.get(saved.map(([id]) => id))).map((one) => [one.id, one]));
  const list = new Map<PaperId, MarkedPaper>();
  for (const [id, { read }] of saved) {
    const stored = shelf[id];
    const paper = papers.get(id) ?? (stored && (await currentPaper(id, stored, digest)));
    if (!paper || list.has(paper.id)) continue;
    list.set(paper.id, { paper, marks: { read: read !== null, saved: true } });
  }
  return [...list.values()].sort((a, b) => Number(a.marks.read) - Number(b.marks.read));
}

interface SavedExportRequest {
  format: 'bibtex' | 'ris' | 'json';
  /** All saved papers by default. */
  group?: 'saved' | 'unread' | 'read' | undefined;
}

/** Saved papers as a file. */
export async function exportSavedPapers(
  { format, group = 'saved' }: SavedExportRequest,
  sources: SavedPapersSources,
): Promise<{ filename: string; text: string }> {
  const list = (await savedPapers(sources)).filter(
    ({ marks }) => group === 'saved' || marks.read === (group === 'read'),
  );
  const part = group === 'saved' ? '' : `${group}-`;
  const name = `kindred-reading-list-${part}${sources.now().slice(0, 10)}`;
  if (format === 'bibtex') {
    return { filename: `${name}.bib`, text: list.map(({ paper }) => bibtexOf(paper)).join('\n') };
  }
  if (format === 'ris') {
    return { filename: `${name}.ris`, text: list.map(({ paper }) => risOf(paper)).join('') };
  }
  const entries = list.map(({ paper: { title, authors, arxivId, doi, published }, marks }) => ({
    title,
    authors,
    arxivId,
    doi,
    published,
    read: marks.read,
  }));
  return { filename: `${name}.json`, text: `${JSON.stringify(entries, null, 2)}\n` };
}

/** A paper of the digest or a saved paper; null for neither. */
export async function savedOrListed(
  id: PaperId,
  {
    userData,
    digest,
  }: { userData: Pick<UserDataStore, 'get'>; digest: Pick<DigestStore, 'find' | 'get'> },
): Promise<Paper | null> {
  const [listed] = await digest.get([id]);
  if (listed) return listed;
  const stored = (await userData.get('shelf'))[id];
  return stored === undefined ? null : currentPaper(id, stored, digest);
}

/** The paper of a page as a paper without sources; null where the page does not identify it. */
export function pageAsPaper(page: PagePaper): Paper | null {
  const id = identify(page);
  return id === null
    ? null
    : { ...paperOf(id, savedOnlyPaper(page)), abstract: page.abstract ?? '' };
}

/** The paper from the digest if that contains it by now, else as it was saved. */
async function currentPaper(
  id: PaperId,
  saved: SavedOnlyPaper,
  digest: Pick<DigestStore, 'find'>,
): Promise<Paper> {
  return (await digest.find(keysOf(saved))) ?? paperOf(id, saved);
}

function savedOnlyPaper({ title, authors, arxivId, doi, published }: PagePaper): SavedOnlyPaper {
  return {
    title: (title ?? '').slice(0, maxTitleLength),
    authors: authors.slice(0, maxAuthors),
    arxivId,
    doi,
    published,
  };
}

function paperOf(id: PaperId, saved: SavedOnlyPaper): Paper {
  return { id, ...emptyClaim, ...saved, sources: [] };
}

function without<T>(records: Record<PaperId, T>, ids: PaperId[]): Record<PaperId, T> {
  if (!ids.some((id) => id in records)) return records;
  return Object.fromEntries(Object.entries(records).filter(([id]) => !ids.includes(id)));
}
