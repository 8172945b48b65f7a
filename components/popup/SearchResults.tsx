import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';
import type { Request } from '../../lib/messages/contract.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { LiveRegion } from '../shared/LiveRegion.tsx';
import { QueryProblems } from '../shared/QueryProblems.tsx';
import { type AnswerState, useCompleteAnswer } from '../use-answer.ts';
import { NoResults } from './NoResults.tsx';
import { SortSelect } from './SortSelect.tsx';
import { Suggestions } from './Suggestions.tsx';

const pageSize = 20;
const maxResults = 100;
const lineOf = ({ paper, marks, titleRanges, snippet }: SearchAnswer['results'][number]) => ({
  paper,
  marks,
  match: { titleRanges, snippet },
});

function formatTotal({ total, results }: SearchAnswer): string {
  if (results.length >= maxResults && total > maxResults)
    return i18n.t('search.shown', [formatNumber(maxResults), formatNumber(total)]);
  return i18n.t('search.total', total, [formatNumber(total)]);
}

function Groups({ answer }: { answer: SearchAnswer }) {
  const exact = answer.results.filter((result) => result.exact);
  // The paper of a pasted id opens without a second click.
  const pasted = answer.pasted ? exact[0]?.paper.id : undefined;
  const similar = answer.results.filter((result) => !result.exact);
  return (
    <>
      {exact.length > 0 && (
        <PaperList
          key={pasted}
          label={i18n.t('search.exact')}
          lines={exact.map(lineOf)}
          opens={pasted}
        />
      )}
      {similar.length > 0 && (
        <>
          <h2 class="group">{i18n.t('search.similar')}</h2>
          <PaperList label={i18n.t('search.similar')} lines={similar.map(lineOf)} />
        </>
      )}
    </>
  );
}

/** The button that requests more results; `onShow` gets the element that contains it. */
function ShowMore({ onShow }: { onShow: (within: ParentNode | null) => void }) {
  return (
    <button
      type="button"
      class="button more"
      onClick={({ currentTarget }) => onShow(currentTarget.parentNode)}
    >
      {i18n.t('search.more')}
    </button>
  );
}

interface Props {
  query: string;
  onQuery: (query: string) => void;
}

/** Results as the user types: exact ones, then similar spellings, or links to other searches. */
export function SearchResults({ query, onQuery }: Props) {
  const { background } = useAppContext();
  const [sort, setSort] = useState<Request<'search'>['sort']>('relevance');
  const [requested, setRequested] = useState({ query, limit: pageSize });
  const limit = requested.query === query ? requested.limit : pageSize;
  const [answer, again] = useCompleteAnswer(
    (complete) => background.search({ query, offset: 0, limit, sort, complete }),
    JSON.stringify([query, limit, sort]),
  );
  // The first answer of a cold worker may be partial; the complete one follows.
  const busy = answer.state === 'waiting' || answer.value?.partial === true;
  /** How many results there were when the user requested more, and the element with them. */
  const more = useRef<{ shown: number; within: ParentNode | null } | null>(null);
  useLayoutEffect(() => {
    if (answer.state !== 'ready' || more.current === null) return;
    const { shown, within } = more.current;
    more.current = null;
    within?.querySelectorAll<HTMLElement>('a[data-in-list]')[shown]?.focus();
  }, [answer]);
  const showMore = (shown: number, within: ParentNode | null) => {
    more.current = { shown, within };
    setRequested({ query, limit: Math.min(limit + pageSize, maxResults) });
  };
  return (
    <>
      <LiveRegion words={formatStatus(answer)} />
      <AsyncContent
        answer={answer}
        waitingWords=""
        failedWords={i18n.t('search.failed')}
        onRetry={again}
      >
        {(value) => (
          <div data-answers={value.query} aria-busy={busy}>
            <Suggestions answer={value} onPick={onQuery} />
            <div class="bar">
              {value.total > 0 && <p class="line soft">{formatTotal(value)}</p>}
              {value.results.length > 1 && <SortSelect sort={sort} onSort={setSort} />}
            </div>
            <QueryProblems problems={value.problems} inset />
            <Groups answer={value} />
            {value.results.length === 0 && <NoResults answer={value} />}
            {value.results.length < Math.min(value.total, maxResults) && (
              <ShowMore onShow={(within) => showMore(value.results.length, within)} />
            )}
          </div>
        )}
      </AsyncContent>
    </>
  );
}

/** What a screen reader announces: that it takes long, the number of papers, or that there are none. */
function formatStatus({ state, value }: AnswerState<SearchAnswer>): string {
  if (state === 'failed') return '';
  if (state === 'waiting') return i18n.t('search.waiting');
  return value.results.length > 0
    ? formatTotal(value)
    : i18n.t('search.none', [value.query.trim()]);
}
