/** Schemas of papers in calls. */
import * as v from 'valibot';
import { text } from './schemas.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Limits results to days (`before` excluded), to a minimum of upvotes, and to sources. */
export const onlySchema = v.object({
  from: v.optional(day),
  before: v.optional(day),
  upvotes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  sources: v.optional(v.array(v.picklist(['daily-papers', 'arxiv', 'file', 'starter']))),
});

/** The paper of a page, as the content script read it. */
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
