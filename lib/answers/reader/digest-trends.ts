import type { Paper } from '../../paper/paper.ts';
import type { Day } from '../../time/days.ts';
import { recentWeeks, risingTerms } from '../../trends/rising.ts';
import { trendWeeks, weekAt, weekStarts } from '../../trends/week-window.ts';
import type { DigestTrends } from './reader-answers.ts';
import { halfYear, type TopicPapersSources, topicPapers } from './topic-papers.ts';

/** Papers per week over half a year, by topic, and rising terms; null while nothing is listed. */
export async function digestTrends(
  sources: TopicPapersSources & {
    /** Lets the worker answer other calls between two steps. */
    pause(): Promise<void>;
  },
): Promise<DigestTrends | null> {
  const year = await halfYear(sources.digest);
  if (year === null) return null;
  const { end, papers } = year;
  const topics = await topicPapers(papers, sources);
  await sources.pause();
  const rising = risingTerms(papers, end);
  let step = rising.next();
  for (; !step.done; step = rising.next()) await sources.pause();
  return {
    weeks: weekStarts(end),
    listed: weekCounts(papers, end),
    topics: topics.map((one) => ({
      id: one.topic.id,
      name: one.topic.name,
      weeks: weekCounts(one.papers, end),
    })),
    recentWeeks,
    rising: step.value,
  };
}

function weekCounts(papers: readonly Paper[], end: Day): number[] {
  const counts = new Array<number>(trendWeeks).fill(0);
  for (const { listedAt } of papers) {
    const week = weekAt(listedAt, end);
    if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}
