import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SearchAnswer, SearchResult } from '../../lib/messages/answers.ts';
import type { Request } from '../../lib/messages/contract.ts';
import { numberWords } from '../dates.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { Asked } from '../parts/Asked.tsx';
import { QueryProblems } from '../parts/QueryProblems.tsx';
import { Said } from '../parts/Said.tsx';
import { useSurroundings } from '../surroundings.ts';
import { type Answer, useAnswer } from '../use-answer.ts';
import { NoResults } from './NoResults.tsx';
import { SortSelect } from './SortSelect.tsx';
import { Suggestions } from './Suggestions.tsx';

const step = 20;
const most = 100;
const lineOf = ({ paper, marks, titleRanges, snippet }: SearchResult) => ({
  paper,
  marks,
  match: { titleRanges, snippet },
});

function totalWords({ total, results }: SearchAnswer): string {
  if (results.length >= most && total > most)
    return i18n.t('search.shown', [numberWords(most), numberWords(total)]);
  return i18n.t('search.total', total, [numberWords(total)]);
}

function Groups({ answer }: { answer: SearchAnswer }) {
  const exact = answer.results.filter((result) => result.exact);
  // One paper was asked for by its id: it needs no second click.
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

/** Results of a query as it is typed: exact ones, then similar spellings, or where else to look. */
export function SearchResults({
  query,
  onQuery,
}: {
  query: string;
  onQuery: (query: string) => void;
}) {
  const { background } = useSurroundings();
  const [sort, setSort] = useState<Request<'search'>['sort']>('relevance');
  const [wanted, setWanted] = useState({ query, limit: step });
  const limit = wanted.query === query ? wanted.limit : step;
  const key = JSON.stringify([query, limit, sort]);
  const wholeFor = useRef('');
  const [answer, again] = useAnswer(
    () => background.search({ query, offset: 0, limit, sort, whole: wholeFor.current === key }),
    key,
  );
  // A quick answer from a part of the digest is not the last one.
  const isPart = answer.value?.partial === true && wholeFor.current !== key;
  const busy = answer.state === 'waiting' || isPart;
  /** How many there were when more were asked for, and where they stand. */
  const more = useRef<{ shown: number; within: ParentNode | null } | null>(null);
  useLayoutEffect(() => {
    if (answer.state !== 'ready' || more.current === null) return;
    const { shown, within } = more.current;
    more.current = null;
    within?.querySelectorAll<HTMLElement>('a[data-in-list]')[shown]?.focus();
  }, [answer]);
  useEffect(() => {
    if (answer.state !== 'ready' || !answer.value.partial || wholeFor.current === key) return;
    wholeFor.current = key;
    again();
  }, [answer, key, again]);
  return (
    <>
      <Said words={saidOf(answer)} />
      <Asked answer={answer} waitingWords="" failedWords={i18n.t('search.failed')} onRetry={again}>
        {(value) => (
          <div data-answers={value.query} aria-busy={busy}>
            <Suggestions answer={value} onPick={onQuery} />
            <div class="bar">
              {value.total > 0 && <p class="line soft">{totalWords(value)}</p>}
              {value.results.length > 1 && <SortSelect sort={sort} onSort={setSort} />}
            </div>
            <QueryProblems problems={value.problems} inset />
            <Groups answer={value} />
            {value.results.length === 0 && <NoResults answer={value} />}
            {value.results.length < Math.min(value.total, most) && (
              <button
                type="button"
                class="button more"
                onClick={({ currentTarget }) => {
                  more.current = { shown: value.results.length, within: currentTarget.parentNode };
                  setWanted({ query, limit: Math.min(limit + step, most) });
                }}
              >
                {i18n.t('search.more')}
              </button>
            )}
          </div>
        )}
      </Asked>
    </>
  );
}

/** What is said of an answer: that it takes long, how many papers it has, or that it has none. */
function saidOf({ state, value }: Answer<SearchAnswer>): string {
  if (state === 'failed') return '';
  if (state === 'waiting') return i18n.t('search.waiting');
  return value.results.length > 0 ? totalWords(value) : i18n.t('search.none', [value.query.trim()]);
}
