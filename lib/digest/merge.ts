/**
 * Merges records. Each field of each source is a (moment, value) pair of which the later one wins, so
 * records merge to the same result in any order and any number of times.
 */
import { compareKeys, identify } from '../paper/identity.ts';
import type { Claim, DigestRecord, Paper, Source, StoredClaim } from '../paper/paper.ts';
import type { Moment } from '../time/days.ts';

/** Sources by precedence: of two that disagree, the first wins. */
export const sourceOrder: readonly Source[] = ['daily-papers', 'arxiv', 'file', 'starter'];

/** The record of one claim; null where the claim has neither id nor title. */
export function recordOf(claim: Claim): DigestRecord | null {
  const id = identify(claim);
  return id === null ? null : { id, claims: { [claim.source]: claim } };
}

type Field = Exclude<keyof Claim, 'source' | 'seenAt' | 'listedAt'>;

/** A claim with every field empty. */
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

/** Negative where `a` wins; compares the values themselves where the moments are equal. */
function compareFields(a: StoredClaim, b: StoredClaim, field: Field): number {
  const [momentA, momentB] = [momentOf(a, field), momentOf(b, field)];
  if (momentA !== momentB) return momentA > momentB ? -1 : 1;
  const [textA, textB] = [JSON.stringify(a[field]), JSON.stringify(b[field])];
  return textA > textB ? -1 : textA < textB ? 1 : 0;
}

/**
 * Merges two claims of one source. The later one wins field by field; a field that it leaves empty
 * keeps the earlier value, with its moment in `carried`. A listing day is permanent: of two, the
 * earlier wins.
 */
function mergeClaims(a: StoredClaim, b: StoredClaim): StoredClaim {
  const seenAt = a.seenAt > b.seenAt ? a.seenAt : b.seenAt;
  const merged: Record<string, unknown> = { source: a.source, seenAt };
  const carried: Partial<Record<Field, Moment>> = {};
  for (const field of fields) {
    const winner = compareFields(a, b, field) <= 0 ? a : b;
    merged[field] = winner[field];
    const moment = momentOf(winner, field);
    if (moment !== '' && moment !== seenAt) carried[field] = moment;
  }
  const days = [a.listedAt, b.listedAt].filter((day) => day !== null).sort();
  merged.listedAt = days[0] ?? null;
  if (Object.keys(carried).length > 0) merged.carried = carried;
  return merged as unknown as StoredClaim;
}

/** Merges two records of one paper: commutative, associative, idempotent. */
export function mergeRecords(a: DigestRecord, b: DigestRecord): DigestRecord {
  const claims: DigestRecord['claims'] = {};
  for (const source of sourceOrder) {
    const [claimA, claimB] = [a.claims[source], b.claims[source]];
    const merged = claimA && claimB ? mergeClaims(claimA, claimB) : (claimA ?? claimB);
    if (merged) claims[source] = merged;
  }
  return { id: compareKeys(a.id, b.id) <= 0 ? a.id : b.id, claims };
}

/** A record as one paper: each field from the first source that has it, in `sourceOrder`. */
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
