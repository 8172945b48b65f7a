import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestList } from '../../lib/answers/reader/reader-answers.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { LiveRegion } from '../shared/LiveRegion.tsx';
import { QueryProblems } from '../shared/QueryProblems.tsx';
import { useAnswer, useEvery } from '../use-answer.ts';
import { EmptyList } from './EmptyList.tsx';
import { countPapers } from './list-rows.ts';
import { ReaderFilters } from './ReaderFilters.tsx';
import { ReaderList } from './ReaderList.tsx';
import { type ReaderLocation, toListRequest } from './reader-hash.ts';
import type { ChangeLocation } from './use-reader-location.ts';

function formatTotal(list: DigestList): string {
  const total = countPapers(list);
  return total > 0 ? i18n.t('reader.total', total, [formatNumber(total)]) : i18n.t('reader.none');
}

/** The list at a location, refetched while the first load adds papers, and its announcement. */
function useDigestList(location: ReaderLocation) {
  const { background } = useAppContext();
  const request = toListRequest(location);
  const key = JSON.stringify(request);
  // With its grouping: the last list stays on the screen until the next one is there.
  const [answer, refetch, poll] = useAnswer(
    async () => ({
      key,
      by: location.by,
      query: location.query,
      list: await background.digestList(request),
    }),
    key,
  );
  useEvery(10, answer.value?.list.status.loading?.state === 'running', poll);
  const answeredKey = answer.value?.key;
  // Announced once per request, not with every list of a running load.
  const announcement = useMemo(
    () => (answer.value && answeredKey === key ? formatTotal(answer.value.list) : ''),
    [answeredKey, key],
  );
  return { answer, refetch, announcement };
}

/** Counts how often back and forward lead to another paper of the same list. */
function useJumps(location: ReaderLocation, onChange: ChangeLocation) {
  const [jumps, setJumps] = useState(0);
  const latest = useRef(location.at);
  useEffect(() => {
    if (location.at !== latest.current) setJumps((before) => before + 1);
    latest.current = location.at;
  }, [location]);
  const onAt = (at: string | null) => {
    latest.current = at;
    onChange({ at }, { isSilent: true });
  };
  return { jumps, onAt };
}

interface Props {
  location: ReaderLocation;
  onChange: ChangeLocation;
  letterKeys: boolean;
  /** Shows the list of keys. */
  onKeys: () => void;
}

/** The digest as a list, with its filters. */
export function ReaderPapers({ location, onChange, letterKeys, onKeys }: Props) {
  const { answer, refetch, announcement } = useDigestList(location);
  const [isAhead, setAhead] = useState(false);
  const isBusy = isAhead || answer.state === 'waiting';
  const box = useRef<HTMLInputElement>(null);
  const { jumps, onAt } = useJumps(location, onChange);
  const [entries, setEntries] = useState(0);
  const onMap = useCallback(
    (of: string) => onChange({ page: 'map', of, at: null }, { isStep: true }),
    [onChange],
  );
  const onKey = (action: 'filter' | 'keys') => {
    if (action === 'keys') return onKeys();
    box.current?.focus();
    box.current?.select();
  };
  return (
    <>
      <ReaderFilters
        location={location}
        years={answer.value?.list.years ?? []}
        onChange={onChange}
        onAhead={setAhead}
        onLeave={() => setEntries((before) => before + 1)}
        box={box}
      />
      <LiveRegion words={announcement} />
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('reader.waiting')}
        failedWords={i18n.t('reader.failed')}
        onRetry={refetch}
      >
        {({ list, by, query, key }) => (
          <>
            <QueryProblems problems={list.problems} />
            {list.groups.every(({ ids }) => ids.length === 0) ? (
              <EmptyList
                list={list}
                query={query}
                isBusy={isBusy}
                location={location}
                onChange={onChange}
              />
            ) : (
              <ReaderList
                list={list}
                by={by}
                query={query}
                isBusy={isBusy}
                at={location.at}
                turn={`${key} ${jumps}`}
                entries={entries}
                onAt={onAt}
                letterKeys={letterKeys}
                onMap={onMap}
                onKey={onKey}
              />
            )}
          </>
        )}
      </AsyncContent>
    </>
  );
}
