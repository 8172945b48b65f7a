/** Calls of the reader page. */
import * as v from 'valibot';
import type {
  DigestLine,
  DigestList,
  DigestMap,
  DigestTrends,
} from '../../answers/reader/reader-answers.ts';
import { answers, read } from '../call.ts';
import { nothing, text, upvotes } from './schemas.ts';
import { paperId, papers } from './topic-schemas.ts';

export const readerCalls = {
  /** The digest in groups, as ids, with its first papers. */
  digestList: read({
    needsIndex: true,
    request: v.object({
      by: v.picklist(['day', 'week', 'month', 'topic', 'source']),
      query: text(500),
      /** Only papers with at least this many upvotes; 0 for all. */
      least: upvotes,
      unread: v.boolean(),
      saved: v.boolean(),
      year: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    }),
    answer: answers<DigestList>(),
  }),
  /** Papers of such a list. */
  digestLines: read({ request: v.object({ ids: papers }), answer: answers<DigestLine[]>() }),
  /** Papers per week, by topic, and terms that rise. */
  digestTrends: read({
    needsIndex: true,
    request: nothing,
    answer: answers<DigestTrends | null>(),
  }),
  /** The papers nearest to one, and how close they are to one another. */
  digestMap: read({
    needsIndex: true,
    request: v.object({ of: paperId }),
    answer: answers<DigestMap>(),
  }),
};
