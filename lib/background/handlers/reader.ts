/** Calls of the reader page. */
import { digestLines, digestList } from '../../answers/reader/digest-list.ts';
import { digestMap } from '../../answers/reader/digest-map.ts';
import { digestTrends } from '../../answers/reader/digest-trends.ts';
import type { readerCalls } from '../../messages/calls/reader.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { HandlerContext } from './context.ts';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

export function readerHandlers({
  ports: { digest, userData, search, index, session },
  status,
}: HandlerContext): Pick<Handlers, keyof typeof readerCalls> {
  const matching = (query: string) => search.matching(query);
  const sources = { digest, userData, index, matching, status };
  return {
    digestList: (request) => digestList(request, sources),
    digestLines: ({ ids }) => digestLines(ids, sources),
    digestTrends: () => digestTrends({ ...sources, pause }),
    digestMap: (request) =>
      digestMap(request, { ...sources, findInSession: (work) => session.find(work) }),
  };
}
