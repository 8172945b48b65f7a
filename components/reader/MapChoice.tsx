import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PaperId } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { dateWords, numberWords } from '../dates.ts';
import { Asked } from '../parts/Asked.tsx';
import { Said } from '../parts/Said.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAnswer, useSettled } from '../use-answer.ts';
import { useOwnId } from '../use-own-id.ts';

const mostFound = 10;

function Found({ query, typed, onOf }: { query: string; typed: string; onOf: Props['onOf'] }) {
  const { background } = useSurroundings();
  const [answer, again] = useAnswer(
    () => background.search({ query, offset: 0, limit: mostFound, sort: 'relevance', whole: true }),
    query,
  );
  const total = answer.value?.total ?? null;
  const words =
    total === 0
      ? i18n.t('map.noneFound')
      : i18n.t('reader.total', total ?? 0, [numberWords(total ?? 0)]);
  return (
    <>
      <Said words={total === null ? '' : words} />
      <Asked
        answer={answer}
        waitingWords={i18n.t('reader.waiting')}
        failedWords={i18n.t('reader.failed')}
        onRetry={again}
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
                  {paper.published && <span class="soft">{dateWords(paper.published)}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

interface Props {
  onOf: (of: PaperId) => void;
  /** Says what a map is. */
  explains?: boolean;
}

/** Where no paper is chosen yet: a search for one. */
export function MapChoice({ onOf, explains = false }: Props) {
  const id = useOwnId();
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
