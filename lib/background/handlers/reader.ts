/** The calls of the reader page. */
import {
  type DigestListSources,
  digestLines,
  digestList,
} from '../../answers/reader/digest-list.ts';
import { digestMap } from '../../answers/reader/digest-map.ts';
import { digestTrends } from '../../answers/reader/digest-trends.ts';
import type { TopicPapersSources } from '../../answers/reader/topic-papers.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { PagePaper } from '../../paper/paper.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Ports } from '../ports.ts';

type ReaderCalls = 'digestList' | 'digestLines' | 'digestTrends' | 'digestMap';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

export function readerHandlers(
  { digest, authored, search, index, session, updater }: Ports,
  upkeep: Maintenance,
): Pick<Handlers, ReaderCalls> {
  const sources: DigestListSources & TopicPapersSources = {
    digest,
    authored,
    index,
    matching: (query) => search.matching(query),
    status: async () => (await updater()).status(),
  };
  return {
    async digestList(request) {
      await upkeep.ready();
      return upkeep.healed(() => digestList(request, sources));
    },
    digestLines: ({ ids }) => digestLines(ids, sources),
    async digestTrends() {
      await upkeep.ready();
      return upkeep.healed(() => digestTrends({ ...sources, pause }));
    },
    async digestMap(request) {
      await upkeep.ready();
      const met = (work: Pick<PagePaper, 'arxivId' | 'doi'>) => session.find(work);
      return upkeep.healed(() => digestMap(request, { ...sources, digest, index, met }));
    },
  };
}
