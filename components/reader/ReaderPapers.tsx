import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestList } from '../../lib/messages/reader-answers.ts';
import { numberWords } from '../dates.ts';
import { Asked } from '../parts/Asked.tsx';
import { QueryProblems } from '../parts/QueryProblems.tsx';
import { Said } from '../parts/Said.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Follow } from '../topic/Follow.tsx';
import { useAnswer, useEvery } from '../use-answer.ts';
import { ReaderFilters } from './ReaderFilters.tsx';
import { papersOf, ReaderList } from './ReaderList.tsx';
import { firstPlace, type ReaderPlace, requestOf } from './reader-hash.ts';
import type { KeyAct } from './reader-keys.ts';
import type { ChangePlace } from './use-place.ts';

interface Props {
  place: ReaderPlace;
  onChange: ChangePlace;
  letterKeys: boolean;
  onKeys: () => void;
}

/** Nothing to list: nothing is stored yet, no topic is followed, or the filters leave nothing. */
function Nothing({
  list,
  place,
  onChange,
  ...state
}: { list: DigestList; 'data-answers': string; 'aria-busy': boolean } & Omit<
  Props,
  'letterKeys' | 'onKeys'
>) {
  if (list.status.papers === 0)
    return (
      <div class="state" {...state}>
        <p>{i18n.t('reader.empty')}</p>
      </div>
    );
  if (!list.follows)
    return (
      <div class="state" {...state}>
        <p>{i18n.t('topics.none')}</p>
        <Follow terms={[]} />
      </div>
    );
  return (
    <div class="state" {...state}>
      <p>
        {i18n.t(place.by === 'topic' && !isFiltered(place) ? 'reader.noneOfTopics' : 'reader.none')}
      </p>
      {isFiltered(place) && (
        <button
          type="button"
          class="button"
          onClick={() => onChange({ ...firstPlace, by: place.by }, { step: true })}
        >
          {i18n.t('reader.clear')}
        </button>
      )}
    </div>
  );
}

const isFiltered = ({ query, least, unread, saved, year }: ReaderPlace): boolean =>
  query !== '' || least > 0 || unread || saved || year !== null;

/** What is said of a list: how many papers it has, or that it has none. */
function wordsOf(list: DigestList): string {
  const total = papersOf(list);
  return total > 0 ? i18n.t('reader.total', total, [numberWords(total)]) : i18n.t('reader.none');
}

/** The digest as a list, with its filters. */
export function ReaderPapers({ place, onChange, letterKeys, onKeys }: Props) {
  const { background } = useSurroundings();
  const request = requestOf(place);
  const key = JSON.stringify(request);
  // With what it is grouped by: until another answer is there, the last one is shown.
  const [answer, again, look] = useAnswer(
    async () => ({
      key,
      by: place.by,
      query: place.query,
      list: await background.digestList(request),
    }),
    key,
  );
  useEvery(10, answer.value?.list.status.loading?.state === 'running', look);
  // Said once a question: while the digest is loading the list is asked for again and again.
  const answered = answer.value?.key;
  const said = useMemo(
    () => (answer.value && answered === key ? wordsOf(answer.value.list) : ''),
    [answered, key],
  );
  const [isAhead, setAhead] = useState(false);
  const isBusy = isAhead || answer.state === 'waiting';
  const box = useRef<HTMLInputElement>(null);
  // Back and forward lead to another paper of the same list.
  const [jumps, setJumps] = useState(0);
  const [entries, setEntries] = useState(0);
  const latest = useRef(place.at);
  useEffect(() => {
    if (place.at !== latest.current) setJumps((before) => before + 1);
    latest.current = place.at;
  }, [place]);

  const onMap = useCallback(
    (of: string) => onChange({ page: 'map', of, at: null }, { step: true }),
    [onChange],
  );
  const onKey = (act: KeyAct) => {
    if (act === 'keys') return onKeys();
    box.current?.focus();
    box.current?.select();
  };
  return (
    <>
      <ReaderFilters
        place={place}
        years={answer.value?.list.years ?? []}
        onChange={onChange}
        onAhead={setAhead}
        onLeave={() => setEntries((before) => before + 1)}
        box={box}
      />
      <Said words={said} />
      <Asked
        answer={answer}
        waitingWords={i18n.t('reader.waiting')}
        failedWords={i18n.t('reader.failed')}
        onRetry={again}
      >
        {({ list, by, query, key: shown }) => (
          <>
            <QueryProblems problems={list.problems} />
            {list.groups.every(({ ids }) => ids.length === 0) ? (
              <Nothing
                list={list}
                place={place}
                onChange={onChange}
                data-answers={query}
                aria-busy={isBusy}
              />
            ) : (
              <ReaderList
                list={list}
                by={by}
                query={query}
                busy={isBusy}
                at={place.at}
                turn={`${shown} ${jumps}`}
                entries={entries}
                onAt={(at) => {
                  latest.current = at;
                  onChange({ at }, { silently: true });
                }}
                letterKeys={letterKeys}
                onMap={onMap}
                onKey={onKey}
              />
            )}
          </>
        )}
      </Asked>
    </>
  );
}
