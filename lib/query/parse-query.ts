/**
 * Parses queries. No text is an error: what cannot be parsed becomes a problem, the rest applies.
 *
 * words · "a phrase" · -without · author:x · title:x · after:2025-03 (that month and later) ·
 * before:2025 (earlier than that year) · year:2024 · year:2023-2024 · upvotes:>20 · source:arxiv
 */
import { wordsOf } from '../text/terms.ts';
import { dayRange } from './day-range.ts';
import { type Clause, type ParsedQuery, type QueryProblem, queryVersion } from './parsed-query.ts';
import { sourceNamed } from './source-names.ts';
import { upvoteRange } from './upvote-range.ts';

/** A query, and the parts of its text that could not be parsed. */
export interface QueryParse {
  query: ParsedQuery;
  problems: QueryProblem[];
}

/** The text of one clause: `-field:"value"`. */
interface Piece {
  text: string;
  isNegated: boolean;
  field: string | null;
  value: string;
  isQuoted: boolean;
  /** The text ends inside the value. */
  isOpen: boolean;
}

const fields = 'author|title|after|before|since|until|year|upvotes|source';
const pieceStart = new RegExp(
  String.raw`([-−](?=[\p{L}\p{N}"“”„]))?(?:(${fields})(?::[^\S\n]*|(?=[<>]=?\d)))?`,
  'iuy',
);
const quotedValue = /["“”„]([^"“”„]*)(["“”„]|$)/uy;
const plainValue = /[^\s"“”„]*/uy;

/**
 * Parses a query. Never throws.
 *
 * @example
 * parseQuery('"world models" -survey after:2025-03 upvotes:lots');
 * // query.clauses: the phrase, negated "survey", days from 2025-03-01 on
 * // problems: [{ code: 'bad-number', text: 'upvotes:lots' }]
 */
export function parseQuery(source: string): QueryParse {
  const clauses: Clause[] = [];
  const problems: QueryProblem[] = [];
  let unfinished = false;
  for (const piece of piecesOf(source)) {
    const read = clauseOf(piece);
    if (read === null) continue;
    if ('code' in read) problems.push(read);
    else clauses.push(read);
    unfinished = piece.isOpen && !('code' in read) && read.kind === 'text' && !read.without;
  }
  return { query: { version: queryVersion, source, clauses, unfinished }, problems };
}

function* piecesOf(source: string): Generator<Piece> {
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source.charAt(at))) {
      at++;
      continue;
    }
    const [start, minus, field] = matchAt(pieceStart, source, at);
    const valueAt = at + start.length;
    const quoted = matchAt(quotedValue, source, valueAt);
    const value = quoted[0] === '' ? matchAt(plainValue, source, valueAt)[0] : (quoted[1] ?? '');
    const end = valueAt + (quoted[0] === '' ? value.length : quoted[0].length);
    yield {
      text: source.slice(at, end),
      isNegated: minus !== undefined,
      field: field?.toLowerCase() ?? null,
      value,
      isQuoted: quoted[0] !== '',
      isOpen: end === source.length && (quoted[2] ?? '') === '' && /[\p{L}\p{N}]$/u.test(source),
    };
    at = Math.max(end, at + 1);
  }
}

/** The match of a sticky pattern at a position, or an empty match. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | [string] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [''];
}

function clauseOf(piece: Piece): Clause | QueryProblem | null {
  const { field, value, isNegated: without, text } = piece;
  if (field === null || field === 'author' || field === 'title') {
    const words = wordsOf(value).map((word) => word.text);
    if (words.length === 0) return null;
    return { kind: 'text', field: field ?? 'any', words, quoted: piece.isQuoted, without };
  }
  if (value.trim() === '') return null;
  if (field === 'upvotes') {
    const range = upvoteRange(value);
    return range ? { kind: 'upvotes', ...range, without } : { code: 'bad-number', text };
  }
  if (field === 'source') {
    const source = sourceNamed(value);
    return source ? { kind: 'source', source, without } : { code: 'bad-source', text };
  }
  const range = dayRange(field, value);
  return range ? { kind: 'days', ...range, without } : { code: 'bad-date', text };
}
