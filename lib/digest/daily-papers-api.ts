/**
 * Parses answers of Hugging Face's Daily Papers API into claims. An answer is an array of
 * `{paper: {…}, title, numComments, …}`; the page at `/papers/date/…` has the same items as
 * `dailyPapers` in its `data-props`. Optional fields have changed over the years and may be missing
 * or malformed; only a paper's id and title are required.
 */
import * as v from 'valibot';
import { bareArxivId } from '../paper/arxiv-id.ts';
import type { Claim } from '../paper/paper.ts';
import { clampText, httpsUrl, limits } from '../text/sanitize.ts';
import { type Day, type Moment, parseDay } from '../time/days.ts';

/** An item that could not be read, by its index in the answer. */
export interface RejectedItem {
  index: number;
  reason: string;
}

type ParsedDailyPapers = { claims: Claim[]; refused: RejectedItem[] } | { error: string };

const optionalText = v.fallback(v.nullish(v.string()), null);
const optionalCount = v.fallback(
  v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  null,
);

const authorSchema = v.object({
  name: v.string(),
  hidden: v.fallback(v.nullish(v.boolean()), null),
});

const itemSchema = v.object({
  paper: v.object({
    id: v.string(),
    title: v.pipe(v.string(), v.regex(/\S/)),
    summary: optionalText,
    authors: v.fallback(v.nullish(v.array(v.unknown())), null),
    publishedAt: optionalText,
    submittedOnDailyAt: optionalText,
    upvotes: optionalCount,
    ai_summary: optionalText,
    ai_keywords: v.fallback(v.nullish(v.array(v.unknown())), null),
    githubRepo: optionalText,
    projectPage: optionalText,
    withdrawnAt: optionalText,
  }),
  summary: optionalText,
  numComments: optionalCount,
});

type Item = v.InferOutput<typeof itemSchema>;

function listOf(json: unknown): { items: unknown[]; day: Day | null } | null {
  if (Array.isArray(json)) return { items: json, day: null };
  const props = v.safeParse(
    v.object({ dailyPapers: v.array(v.unknown()), date: optionalText }),
    json,
  );
  if (!props.success) return null;
  return { items: props.output.dailyPapers, day: parseDay(props.output.date ?? '') };
}

function authorsOf(item: Item): string[] {
  const names: string[] = [];
  for (const author of (item.paper.authors ?? []).slice(0, limits.authors)) {
    const parsed = v.safeParse(authorSchema, author);
    if (!parsed.success || parsed.output.hidden) continue;
    const name = clampText(parsed.output.name, limits.name);
    if (name !== '') names.push(name);
  }
  return names;
}

function keyTermsOf(item: Item): string[] {
  const terms = (item.paper.ai_keywords ?? [])
    .filter((term) => typeof term === 'string')
    .map((term) => clampText(term, limits.keyTerm))
    .filter((term) => term !== '');
  return [...new Set(terms)].slice(0, limits.keyTerms);
}

function claimOf(item: Item, arxivId: string, requestedDay: Day | null, seenAt: Moment): Claim {
  const { paper } = item;
  const authors = authorsOf(item);
  const summary = clampText(paper.ai_summary ?? '', limits.summary);
  return {
    source: 'daily-papers',
    seenAt,
    arxivId,
    doi: null,
    title: clampText(paper.title, limits.title),
    abstract: clampText(paper.summary ?? item.summary ?? '', limits.abstract),
    summary: summary === '' ? null : { text: summary, by: 'huggingface' },
    keyTerms: keyTermsOf(item),
    authors,
    authorCount: authors.length === 0 ? null : authors.length,
    published: parseDay(paper.publishedAt ?? ''),
    // The outer `publishedAt` was the time of the listing until 2025, and is arXiv's date since.
    listedAt: parseDay(paper.submittedOnDailyAt ?? '') ?? requestedDay,
    upvotes: paper.upvotes ?? null,
    comments: item.numComments ?? null,
    codeUrl: httpsUrl(paper.githubRepo ?? ''),
    projectUrl: httpsUrl(paper.projectPage ?? ''),
    withdrawn: parseDay(paper.withdrawnAt ?? '') !== null,
  };
}

/**
 * Parses one answer. `requestedDay` is the day of the request, and the listing day of papers without
 * one; `seenAt` is when the answer arrived. Items that cannot be read are rejected and the others
 * kept; `error` means that the JSON is not an answer of this API.
 */
export function parseDailyPapers(
  json: unknown,
  requestedDay: Day | null,
  seenAt: Moment,
): ParsedDailyPapers {
  const list = listOf(json);
  if (list === null) return { error: 'It is not a list of Daily Papers.' };
  const claims: Claim[] = [];
  const refused: RejectedItem[] = [];
  for (const [index, element] of list.items.entries()) {
    const item = v.safeParse(itemSchema, element, { abortEarly: true });
    if (!item.success) {
      const where = v.getDotPath(item.issues[0]);
      refused.push({ index, reason: where ? `${where} is missing or odd` : 'it is no object' });
      continue;
    }
    const arxivId = bareArxivId(item.output.paper.id);
    if (arxivId === null) refused.push({ index, reason: 'its id is not an arXiv id' });
    else claims.push(claimOf(item.output, arxivId, requestedDay ?? list.day, seenAt));
  }
  return { claims, refused };
}
