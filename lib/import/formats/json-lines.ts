/**
 * Parses and writes JSON Lines: one paper per line, in the shape of shared collections of Daily Papers:
 * `{id, title, abstract, authors?, date?, published?, upvotes?, comments?, github?, project?,
 * ai_keywords?}`. `date` is the listing day. Kindred's own export adds `doi`, `author_count`,
 * `ai_summary` (Hugging Face's), `kindred_summary` (Kindred's) and `withdrawn`.
 */
import * as v from 'valibot';
import { parseArxivId } from '../../paper/arxiv-id.ts';
import { parseDoi } from '../../paper/doi.ts';
import { identify } from '../../paper/identity.ts';
import type { Claim, Paper, Summary } from '../../paper/paper.ts';
import { clampText, httpsUrl, limits } from '../../text/sanitize.ts';
import { type Day, type Moment, parseDay } from '../../time/days.ts';
import { fileClaim, linesOf, MAX_PAPERS, type ParsedPapers, RejectedEntries } from './parsed.ts';

const maxLineLength = 1_000_000;

const optionalText = v.fallback(v.nullish(v.string()), null);
const optionalList = v.fallback(v.nullish(v.array(v.unknown())), null);
const optionalCount = v.fallback(
  v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  null,
);

const lineSchema = v.object(
  {
    id: v.nullish(v.string('its id is not text')),
    title: v.pipe(v.optional(v.string('it has no title'), ''), v.regex(/\S/, 'it has no title')),
    abstract: optionalText,
    doi: optionalText,
    authors: optionalList,
    author_count: optionalCount,
    date: optionalText,
    published: optionalText,
    upvotes: optionalCount,
    comments: optionalCount,
    github: optionalText,
    project: optionalText,
    ai_keywords: optionalList,
    ai_summary: optionalText,
    kindred_summary: optionalText,
    withdrawn: v.fallback(v.nullish(v.boolean()), null),
  },
  'it is not an object',
);

type Line = v.InferOutput<typeof lineSchema>;

/**
 * Parses papers line by line; empty lines are skipped. A line is rejected where it is not a JSON
 * object, has no title, or has an `id` that is neither an arXiv id nor a DOI; a malformed value in
 * any other field is left out, and the paper kept. Never throws.
 */
export function parseJsonLines(text: string, now: Moment): ParsedPapers {
  const claims: Claim[] = [];
  const rejected = new RejectedEntries();
  for (const { number, line } of linesOf(text)) {
    if (/^\s*$/.test(line)) continue;
    if (claims.length >= MAX_PAPERS) {
      rejected.add(number, `only ${MAX_PAPERS} papers are read from one text`, line);
      break;
    }
    const parsed = parseLine(line, now);
    if (typeof parsed === 'string') rejected.add(number, parsed, line);
    else claims.push(parsed);
  }
  return { claims, refused: rejected.all() };
}

/** A claim, or the reason why the line is rejected. */
function parseLine(line: string, now: Moment): Claim | string {
  if (line.length > maxLineLength) return 'it is longer than any paper';
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  const parsed = v.safeParse(lineSchema, json, { abortEarly: true });
  if (!parsed.success) return parsed.issues[0].message;
  const { id } = parsed.output;
  const arxivId = parseArxivId(id ?? '');
  const doiOfId = arxivId === null ? parseDoi(id ?? '') : null;
  if (id && arxivId === null && doiOfId === null) {
    return 'its id is neither an arXiv id nor a DOI';
  }
  const claim = claimOf(parsed.output, arxivId, doiOfId ?? parseDoi(parsed.output.doi ?? ''), now);
  return identify(claim) === null ? 'it has no id, and its title has no words' : claim;
}

function claimOf(line: Line, arxivId: string | null, doi: string | null, now: Moment): Claim {
  const authors = textsOf(line.authors, limits.name).slice(0, limits.authors);
  return {
    ...fileClaim(clampText(line.title, limits.title), now),
    arxivId,
    doi,
    abstract: clampText(line.abstract ?? '', limits.abstract),
    summary:
      summaryOf(line.kindred_summary, 'kindred') ?? summaryOf(line.ai_summary, 'huggingface'),
    keyTerms: [...new Set(textsOf(line.ai_keywords, limits.keyTerm))].slice(0, limits.keyTerms),
    authors,
    authorCount: line.author_count ?? (authors.length === 0 ? null : authors.length),
    published: parseDay(line.published ?? ''),
    listedAt: parseDay(line.date ?? ''),
    upvotes: line.upvotes ?? null,
    comments: line.comments ?? null,
    codeUrl: httpsUrl(line.github ?? ''),
    projectUrl: httpsUrl(line.project ?? ''),
    withdrawn: line.withdrawn ?? false,
  };
}

function summaryOf(text: string | null | undefined, by: Summary['by']): Summary | null {
  const clamped = clampText(text ?? '', limits.summary);
  return clamped === '' ? null : { text: clamped, by };
}

function textsOf(list: unknown[] | null | undefined, maxLength: number): string[] {
  return (list ?? []).flatMap((entry) => {
    const text = typeof entry === 'string' ? clampText(entry, maxLength) : '';
    return text === '' ? [] : [text];
  });
}

/** A paper as one line, without the line break. Unknown values are left out. */
export function toJsonLine(paper: Omit<Paper, 'id' | 'sources'>): string {
  const line: Record<string, string | number | boolean | string[] | Day | null | undefined> = {
    id: paper.arxivId ?? paper.doi ?? undefined,
    title: paper.title,
    abstract: paper.abstract,
    doi: paper.arxivId === null ? undefined : (paper.doi ?? undefined),
    authors: paper.authors.length > 0 ? paper.authors : undefined,
    author_count: paper.authorCount === paper.authors.length ? undefined : paper.authorCount,
    date: paper.listedAt,
    published: paper.published,
    upvotes: paper.upvotes,
    comments: paper.comments,
    github: paper.codeUrl,
    project: paper.projectUrl,
    ai_keywords: paper.keyTerms.length > 0 ? paper.keyTerms : undefined,
    [paper.summary?.by === 'kindred' ? 'kindred_summary' : 'ai_summary']: paper.summary?.text,
    withdrawn: paper.withdrawn || undefined,
  };
  return JSON.stringify(line, (_, value) => value ?? undefined);
}
