import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PaperId } from '../../../lib/paper/paper.ts';
import { plainText } from '../../../lib/text/plain-text.ts';
import { useAppContext } from '../../app-context.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { AsyncContent } from '../../shared/AsyncContent.tsx';
import { LiveRegion } from '../../shared/LiveRegion.tsx';
import { useAnswer, useSettled } from '../../use-answer.ts';
import { useUniqueId } from '../../use-unique-id.ts';

const maxFound = 10;

function Found({ query, typed, onOf }: { query: string; typed: string; onOf: Props['onOf'] }) {
  const { background } = useAppContext();
  const [answer, refetch] = useAnswer(
    () =>
      background.search({ query, offset: 0, limit: maxFound, sort: 'relevance', complete: true }),
    query,
  );
  const total = answer.value?.total ?? null;
  const announcement =
    total === 0
      ? i18n.t('map.noneFound')
      : i18n.t('reader.total', total ?? 0, [formatNumber(total ?? 0)]);
  return (
    <>
      <LiveRegion words={total === null ? '' : announcement} />
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('reader.waiting')}
        failedWords={i18n.t('reader.failed')}
        onRetry={refetch}
      >
        {({ query: answered, results }) => (
          <>
            {results.length === 0 && <p class="line soft">{i18n.t('map.noneFound')}</p>}
            <ul
              class="map-found"
              data-answers={answered}
              aria-busy={answer.state === 'waiting' || query !== typed}
            >
              {results.map(({ paper }) => (
                <li key={paper.id}>
                  <button type="button" class="link-button" onClick={() => onOf(paper.id)}>
                    {plainText(paper.title) || i18n.t('paper.untitled')}
                  </button>
                  {paper.published && <span class="soft">{formatDate(paper.published)}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </AsyncContent>
    </>
  );
}

interface Props {
  onOf: (of: PaperId) => void;
  /** Says what a map is, above the search. */
  explains?: boolean;
}

/** A search for the paper in the middle of a map. */
export function MapChoice({ onOf, explains = false }: Props) {
  const id = useUniqueId();
  const [typed, setTyped] = useState('');
  const query = useSettled(typed, 250).trim();
  return (
    <div class="map-choice">
      {explains && <p>{i18n.t('map.choose')}</p>}
      <search>
        <label for={id}>{i18n.t('search.label')}</label>
        <input
          id={id}
          type="search"
          maxLength={500}
          value={typed}
          autocomplete="off"
          spellcheck={false}
          placeholder={i18n.t('search.placeholder')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </search>
      {query !== '' && <Found query={query} typed={typed.trim()} onOf={onOf} />}
    </div>
  );
}
