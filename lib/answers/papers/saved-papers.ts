/** The papers the user saved, listed in Daily Papers or not. */

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

export interface SavedPapersSources {
  userData: UserDataStore;
  digest: Pick<DigestStore, 'find' | 'get'>;
  now(): Moment;
}

const longestTitle = 1_000;
const mostAuthors = 100;

/**
 * Keeps the paper of a page, or no longer. One the digest does not have is kept with what the page
 * told. Throws a failure where the page does not tell which paper it is.
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
      message: 'This page tells too little of its paper to save it: no title, arXiv id or DOI.',
    });
  }
  // What it takes to show it is stored first: a mark alone would be a line without a title.
  if (saved && known === null) {
    await userData.update('shelf', (shelf) => ({ ...shelf, [id]: shelved(page) }));
  }
  await setMark(userData, 'saved', saved ? [id] : [id, ...keys], saved, now());
  if (!saved) await userData.update('shelf', (shelf) => without(shelf, [id, ...keys]));
}

/** What the user has done with the paper of a page. */
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

/** Saved papers: unread first, then the latest saved. */
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
    const kept = shelf[id];
    const paper = papers.get(id) ?? (kept && (await listedSince(id, kept, digest)));
    if (!paper || list.has(paper.id)) continue;
    list.set(paper.id, { paper, marks: { read: read !== null, saved: true } });
  }
  return [...list.values()].sort((a, b) => Number(a.marks.read) - Number(b.marks.read));
}

export interface SavedExportRequest {
  format: 'bibtex' | 'ris' | 'json';
  /** One group of the saved papers; all of them by default. */
  group?: 'saved' | 'unread' | 'read' | undefined;
}

/** The whole list, or those unread or read, as a file. */
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

/** A paper of the digest or of the reading list; null where neither has it. */
export async function savedOrListed(
  id: PaperId,
  {
    userData,
    digest,
  }: { userData: Pick<UserDataStore, 'get'>; digest: Pick<DigestStore, 'find' | 'get'> },
): Promise<Paper | null> {
  const [listed] = await digest.get([id]);
  if (listed) return listed;
  const kept = (await userData.get('shelf'))[id];
  return kept === undefined ? null : listedSince(id, kept, digest);
}

/** The paper of a page as a paper that no source has told of; null where the page tells nothing. */
export function pageAsPaper(page: PagePaper): Paper | null {
  const id = identify(page);
  return id === null ? null : { ...paperOf(id, shelved(page)), abstract: page.abstract ?? '' };
}

/** The paper as the digest has it by now, else as it was kept. */
async function listedSince(
  id: PaperId,
  kept: SavedOnlyPaper,
  digest: Pick<DigestStore, 'find'>,
): Promise<Paper> {
  return (await digest.find(keysOf(kept))) ?? paperOf(id, kept);
}

function shelved({ title, authors, arxivId, doi, published }: PagePaper): SavedOnlyPaper {
  return {
    title: (title ?? '').slice(0, longestTitle),
    authors: authors.slice(0, mostAuthors),
    arxivId,
    doi,
    published,
  };
}

function paperOf(id: PaperId, kept: SavedOnlyPaper): Paper {
  return {
    id,
    ...kept,
    abstract: '',
    summary: null,
    keyTerms: [],
    authorCount: null,
    listedAt: null,
    upvotes: null,
    comments: null,
    codeUrl: null,
    projectUrl: null,
    withdrawn: false,
    sources: [],
  };
}

function without<T>(records: Record<PaperId, T>, ids: PaperId[]): Record<PaperId, T> {
  if (!ids.some((id) => id in records)) return records;
  return Object.fromEntries(Object.entries(records).filter(([id]) => !ids.includes(id)));
}
