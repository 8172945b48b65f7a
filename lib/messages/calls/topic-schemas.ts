/** Schemas of topics and mutes in calls. */
import * as v from 'valibot';
import { text } from './schemas.ts';

export const paperId = text(600);

export const papers = v.pipe(v.array(paperId), v.maxLength(50));
export const topicExamples = v.object({
  examples: v.pipe(papers, v.minLength(1)),
  not: papers,
  struck: v.pipe(v.array(text(100)), v.maxLength(200)),
});

/** The optional fields of a topic. */
export const delivery = {
  like: v.optional(topicExamples),
  least: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  quiet: v.optional(v.boolean()),
  arxiv: v.optional(v.boolean()),
};

export const muteRule = v.object({
  kind: v.picklist(['word', 'author', 'paper']),
  what: v.pipe(text(600), v.regex(/\S/)),
  title: v.optional(text(1_000)),
});

/** A topic with its mutes. */
export const wholeTopic = v.object({
  id: text(60),
  name: text(120),
  query: text(500),
  created: text(40),
  ...delivery,
  ignored: v.optional(v.pipe(v.array(muteRule), v.maxLength(2_000))),
});

/** The paper to whose panel a mute is limited, by any of its ids. */
export const besidePaper = v.object({
  ids: v.pipe(v.array(paperId), v.minLength(1), v.maxLength(9)),
  title: text(1_000),
});
