/** A topic as files and sync items contain it. */
import * as v from 'valibot';
import type { Topic } from './topic.ts';

const text = (maxLength: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(maxLength));
const moment = v.pipe(v.string(), v.isoTimestamp());

const likeSchema = v.object({
  examples: v.pipe(v.array(text(600)), v.maxLength(50)),
  not: v.pipe(v.array(text(600)), v.maxLength(50)),
  struck: v.pipe(v.array(text(100)), v.maxLength(200)),
});

export const muteRuleSchema = v.object({
  kind: v.picklist(['word', 'author', 'paper']),
  what: text(600),
  title: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
});

export const topicSchema = v.pipe(
  v.object({
    id: text(60),
    name: text(120),
    query: v.pipe(v.string(), v.maxLength(500)),
    created: moment,
    least: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined),
    quiet: v.fallback(v.optional(v.boolean()), undefined),
    arxiv: v.fallback(v.optional(v.boolean()), undefined),
    like: v.fallback(v.optional(likeSchema), undefined),
    ignored: v.fallback(v.optional(v.pipe(v.array(muteRuleSchema), v.maxLength(2_000))), undefined),
  }),
  v.check(({ query, like }) => like !== undefined || query.trim() !== '', 'it asks for nothing'),
);

/** The topic that a value of a file or sync item is; null for anything else. */
export function topicEntry(value: unknown): Topic | null {
  const parsed = v.safeParse(topicSchema, value);
  return parsed.success ? parsed.output : null;
}
