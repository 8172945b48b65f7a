import type { Outline } from '../../digest/outline.ts';
import type { DigestStatus } from '../../digest/status.ts';
import type { DigestStore } from '../../digest/store.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { MatchingPapers } from '../../search/results/search-result.ts';
import { parseAlerts } from '../../topics/stored-topics.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import { withMarks } from '../papers/latest-papers.ts';
import { groupsOf, limitGroups, newestFirst } from './list-groups.ts';
import type { DigestGroup, DigestLine, DigestList } from './reader-answers.ts';
import { idsOfTopics, type TopicPapersSources } from './topic-papers.ts';

interface DigestListRequest {
  by: 'day' | 'week' | 'month' | 'topic' | 'source';
  query: string;
  /** Only papers with at least this many upvotes; 0 for all. */
  least: number;
  unread: boolean;
  saved: boolean;
  /** Only papers of one year, `YYYY`; null for all. */
  year: string | null;
}

export interface DigestListSources {
  userData: Pick<UserDataStore, 'get'>;
  digest: Pick<DigestStore, 'outline' | 'get'>;
  /** Papers that match a query. */
  matching(query: string): Promise<MatchingPapers>;
  index: TopicPapersSources['index'];
  status(): Promise<DigestStatus>;
}

/** More than a year of Daily Papers. */
const maxListed = 20_000;
/** Papers that are sent with the list. */
const maxFirst = 30;

/** The digest, filtered and grouped. */
export async function digestList(
  request: DigestListRequest,
  sources: DigestListSources,
): Promise<DigestList> {
  const { query, by } = request;
  const [outline, found, status] = await Promise.all([
    sources.digest.outline(),
    query.trim() === '' ? null : sources.matching(query),
    sources.status(),
  ]);
  const indexes = await filtered(outline, request, found?.ids ?? null, sources);
  const groups =
    by === 'topic' ? await byTopic(outline, indexes, sources) : groupsOf(outline, indexes, by);
  const [kept, truncated] = limitGroups(groups, maxListed);
  const first = kept.flatMap(({ ids }) => ids.slice(0, maxFirst)).slice(0, maxFirst);
  return {
    groups: kept,
    follows: by !== 'topic' || groups.length > 0,
    truncated,
    years: yearsOf(outline),
    problems: found?.problems ?? [],
    first: await digestLines([...new Set(first)], sources),
    status,
  };
}

/** Papers by id with marks and the topics they are new for; unknown ids are left out. */
export async function digestLines(
  ids: PaperId[],
  { userData, digest }: Pick<DigestListSources, 'userData'> & { digest: Pick<DigestStore, 'get'> },
): Promise<DigestLine[]> {
  const [papers, alerts, topics] = await Promise.all([
    digest.get(ids),
    userData.get('alerts'),
    userData.get('topics'),
  ]);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const topicsOf = new Map(parseAlerts(alerts).map(({ work, topicIds }) => [work, topicIds]));
  return (await withMarks(papers, userData)).map((listed) => ({
    ...listed,
    news: listed.marks.read
      ? []
      : (topicsOf.get(listed.paper.id) ?? []).flatMap((id) => names.get(id) ?? []),
  }));
}

/** Indexes in the outline of the papers that pass all filters. */
async function filtered(
  { ids, days, upvotes }: Outline,
  { least, unread, saved, year }: DigestListRequest,
  found: ReadonlySet<PaperId> | null,
  { userData }: DigestListSources,
): Promise<number[]> {
  const marks = unread || saved ? await userData.get('marks') : {};
  const indexes: number[] = [];
  for (const [index, id] of ids.entries()) {
    if (found !== null && !found.has(id)) continue;
    if ((upvotes[index] ?? -1) < (least === 0 ? -1 : least)) continue;
    if (year !== null && Math.floor((days[index] ?? 0) / 10_000) !== Number(year)) continue;
    const mark = marks[id];
    if (unread && (mark?.read ?? null) !== null) continue;
    if (saved && (mark?.saved ?? null) === null) continue;
    indexes.push(index);
  }
  return indexes;
}

async function byTopic(
  outline: Outline,
  indexes: number[],
  sources: DigestListSources,
): Promise<DigestGroup[]> {
  const order = newestFirst(outline, indexes).map((index) => outline.ids[index] as PaperId);
  return (await idsOfTopics(order, sources)).map(({ topic, ids }) => {
    return { key: topic.id, name: topic.name, ids: order.filter((id) => ids.has(id)) };
  });
}

function yearsOf({ days }: Outline): string[] {
  const years = new Set<number>();
  for (const day of days) years.add(Math.floor(day / 10_000));
  years.delete(0);
  return [...years].sort((a, b) => b - a).map(String);
}
