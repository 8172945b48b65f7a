/** What calls of the contract say of papers. */
import * as v from 'valibot';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Only papers of these days (`before` not among them), upvotes and sources. */
export const onlySchema = v.object({
  from: v.optional(day),
  before: v.optional(day),
  upvotes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  sources: v.optional(v.array(v.picklist(['daily-papers', 'arxiv', 'file', 'starter']))),
});

/** A page's paper, as its content script read it. */
export const pagePaperSchema = v.object({
  arxivId: v.nullable(text(40)),
  doi: v.nullable(text(300)),
  title: v.nullable(text(1_000)),
  abstract: v.nullable(text(20_000)),
  authors: v.pipe(v.array(text(200)), v.maxLength(5_000)),
  published: v.nullable(day),
  site: text(60),
  view: v.picklist(['abstract', 'pdf', 'html', 'other']),
});
