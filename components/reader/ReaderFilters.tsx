import type { Ref } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { SearchInput } from '../shared/SearchInput.tsx';
import { useSettled } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { groupings, type ReaderLocation } from './reader-hash.ts';
import type { ChangeLocation } from './use-reader-location.ts';

const upvoteChoices = [0, 5, 10, 20, 50, 100, 200];
/** How long typing must rest before the query is changed. */
const settleMs = 250;

interface FilterProps {
  location: ReaderLocation;
  /** Changes a filter as one step of the history, and goes to the top of the list. */
  onFilter: (change: Partial<ReaderLocation>) => void;
}

function Groupings({ location, onFilter }: FilterProps) {
  const name = useUniqueId();
  return (
    <fieldset class="reader-groupings">
      <legend class="soft">{i18n.t('reader.by')}</legend>
      {groupings.map((by) => (
        <label key={by}>
          <input
            type="radio"
            name={name}
            checked={location.by === by}
            onChange={() => onFilter({ by })}
          />
          {i18n.t(`reader.by_${by}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** The text in the box; it becomes the query once typing rests, and follows back and forward. */
function useTypedQuery(query: string, onChange: ChangeLocation) {
  const [typed, setTyped] = useState(query);
  const settled = useSettled(typed, settleMs);
  const ownQuery = useRef(query);
  useEffect(() => {
    if (settled === ownQuery.current) return;
    ownQuery.current = settled;
    onChange({ query: settled, at: null });
  }, [settled]);
  useEffect(() => {
    // Back and forward bring a query other than the one typed last.
    if (query === ownQuery.current) return;
    ownQuery.current = query;
    setTyped(query);
  }, [query]);
  return [typed, setTyped] as const;
}

function UpvoteSelect({ location: { least }, onFilter }: FilterProps) {
  const choices = upvoteChoices.includes(least)
    ? upvoteChoices
    : [...upvoteChoices, least].sort((a, b) => a - b);
  return (
    <select
      aria-label={i18n.t('reader.least')}
      value={String(least)}
      onChange={(event) => onFilter({ least: Number(event.currentTarget.value) })}
    >
      {choices.map((count) => (
        <option key={count} value={String(count)}>
          {count === 0
            ? i18n.t('reader.anyUpvotes')
            : i18n.t('reader.atLeast', [formatNumber(count)])}
        </option>
      ))}
    </select>
  );
}

function YearSelect({ location, onFilter, years }: FilterProps & { years: string[] }) {
  return (
    <select
      aria-label={i18n.t('reader.year')}
      value={location.year ?? ''}
      onChange={(event) => onFilter({ year: event.currentTarget.value || null })}
    >
      <option value="">{i18n.t('reader.allYears')}</option>
      {years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
}

interface Props {
  location: ReaderLocation;
  years: string[];
  onChange: ChangeLocation;
  /** Whether the box holds a query that is not requested yet. */
  onAhead: (isAhead: boolean) => void;
  /** Escape in the empty box: the focus goes to the papers. */
  onLeave: () => void;
  box: Ref<HTMLInputElement>;
}

/** How the papers are grouped, and which of them are listed. */
export function ReaderFilters({ location, years, onChange, onAhead, onLeave, box }: Props) {
  const [typed, setTyped] = useTypedQuery(location.query, onChange);
  const isAhead = typed !== location.query;
  useLayoutEffect(() => onAhead(isAhead), [isAhead]);
  const onFilter = (change: Partial<ReaderLocation>) =>
    onChange({ ...change, at: null }, { isStep: true });
  const onEscape = (event: KeyboardEvent) => {
    event.preventDefault();
    if (typed === '') onLeave();
    else setTyped('');
  };
  return (
    <div class="reader-filters">
      <Groupings location={location} onFilter={onFilter} />
      <search class="reader-search">
        <SearchInput
          label={i18n.t('reader.filter')}
          placeholder={i18n.t('reader.filterHint')}
          value={typed}
          inputRef={box}
          onInput={setTyped}
          onEscape={onEscape}
        />
        <UpvoteSelect location={location} onFilter={onFilter} />
        <YearSelect location={location} onFilter={onFilter} years={years} />
        {(['unread', 'saved'] as const).map((mark) => (
          <label class="check" key={mark}>
            <input
              type="checkbox"
              checked={location[mark]}
              onChange={(event) => onFilter({ [mark]: event.currentTarget.checked })}
            />
            {i18n.t(`reader.only_${mark}`)}
          </label>
        ))}
      </search>
    </div>
  );
}
