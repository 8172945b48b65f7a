/**
 * Records merge in any order, any number of times, to the same record: each field of each source
 * is a (moment, value) pair of which the later holds, so nothing depends on which answer came
 * first.
 */
import { compareKeys, identify } from '../paper/identity.ts';
import type { Claim, DigestRecord, Paper, Source, StoredClaim } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** Sources in the order in which they are believed. */
export const sourceOrder: readonly Source[] = ['daily-papers', 'arxiv', 'file', 'starter'];

/** The record of a single claim; null when the claim names no work (no id and no title). */
export function recordOf(claim: Claim): DigestRecord | null {
  const id = identify(claim);
  return id === null ? null : { id, claims: { [claim.source]: claim } };
}

type Field = Exclude<keyof Claim, 'source' | 'seenAt' | 'listedAt'>;

/** A claim that says nothing yet. */
export const emptyClaim: Omit<Claim, 'source' | 'seenAt'> = {
  arxivId: null,
  doi: null,
  title: '',
  abstract: '',
  summary: null,
  keyTerms: [],
  authors: [],
  authorCount: null,
  published: null,
  listedAt: null,
  upvotes: null,
  comments: null,
  codeUrl: null,
  projectUrl: null,
  withdrawn: false,
};

const fields = Object.keys(emptyClaim).filter((field) => field !== 'listedAt') as Field[];

function isEmpty(value: Claim[Field]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function momentOf(claim: StoredClaim, field: Field): Moment {
  return isEmpty(claim[field]) ? '' : (claim.carried?.[field] ?? claim.seenAt);
}

/** Negative when the first holds; by the value itself where the moments are equal. */
function compareFields(a: StoredClaim, b: StoredClaim, field: Field): number {
  const [ofA, ofB] = [momentOf(a, field), momentOf(b, field)];
  if (ofA !== ofB) return ofA > ofB ? -1 : 1;
  const [textA, textB] = [JSON.stringify(a[field]), JSON.stringify(b[field])];
  return textA > textB ? -1 : textA < textB ? 1 : 0;
}

/**
 * Two claims of one source. Field by field the later one holds; a field that the later claim
 * leaves empty stays as the earlier said it, with its moment in `carried`. A listing day is never
 * taken back: of two, the earlier holds.
 */
function mergeClaims(a: StoredClaim, b: StoredClaim): StoredClaim {
  const seenAt = a.seenAt > b.seenAt ? a.seenAt : b.seenAt;
  const merged: Record<string, unknown> = { source: a.source, seenAt };
  const carried: Partial<Record<Field, Moment>> = {};
  for (const field of fields) {
    const holds = compareFields(a, b, field) <= 0 ? a : b;
    merged[field] = holds[field];
    const moment = momentOf(holds, field);
    if (moment !== '' && moment !== seenAt) carried[field] = moment;
  }
  const days = [a.listedAt, b.listedAt].filter((day) => day !== null).sort();
  merged.listedAt = days[0] ?? null;
  if (Object.keys(carried).length > 0) merged.carried = carried;
  return merged as unknown as StoredClaim;
}

/** Two records of one work: commutative, associative, idempotent. */
export function mergeRecords(a: DigestRecord, b: DigestRecord): DigestRecord {
  const claims: DigestRecord['claims'] = {};
  for (const source of sourceOrder) {
    const [ofA, ofB] = [a.claims[source], b.claims[source]];
    const merged = ofA && ofB ? mergeClaims(ofA, ofB) : (ofA ?? ofB);
    if (merged) claims[source] = merged;
  }
  return { id: compareKeys(a.id, b.id) <= 0 ? a.id : b.id, claims };
}

/** A work as everything else sees it: of each field the first that is known, in `sourceOrder`. */
export function resolve(record: DigestRecord): Paper {
  const claims = sourceOrder.flatMap((source) => record.claims[source] ?? []);
  const paper: Record<string, unknown> = { id: record.id };
  for (const field of [...fields, 'listedAt'] as const) {
    const known = claims.find((claim) => !isEmpty(claim[field]));
    paper[field] = known ? known[field] : emptyClaim[field];
  }
  paper.withdrawn = claims.some((claim) => claim.withdrawn);
  paper.sources = claims.map((claim) => claim.source);
  return paper as unknown as Paper;
}
