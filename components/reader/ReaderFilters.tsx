import type { Ref } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberWords } from '../dates.ts';
import { useSettled } from '../use-answer.ts';
import { useOwnId } from '../use-own-id.ts';
import { groupings, type ReaderPlace } from './reader-hash.ts';
import type { ChangePlace } from './use-place.ts';

const limits = [0, 5, 10, 20, 50, 100, 200];

interface Props {
  place: ReaderPlace;
  years: string[];
  onChange: ChangePlace;
  /** Whether the box holds what is not asked for yet. */
  onAhead: (isAhead: boolean) => void;
  /** Escape in the empty box: on to the papers. */
  onLeave: () => void;
  box: Ref<HTMLInputElement>;
}

/** How the papers are grouped, and which of them are shown. */
export function ReaderFilters({ place, years, onChange, onAhead, onLeave, box }: Props) {
  const id = useOwnId();
  const [typed, setTyped] = useState(place.query);
  const settled = useSettled(typed, 250);
  const mine = useRef(place.query);
  useEffect(() => {
    if (settled === mine.current) return;
    mine.current = settled;
    onChange({ query: settled, at: null });
  }, [settled]);
  useEffect(() => {
    // Back and forward bring another query than the one typed last.
    if (place.query === mine.current) return;
    mine.current = place.query;
    setTyped(place.query);
  }, [place.query]);
  const isAhead = typed !== place.query;
  useLayoutEffect(() => onAhead(isAhead), [isAhead]);
  const choices = limits.includes(place.least) ? limits : [...limits, place.least].sort(byNumber);
  return (
    <div class="reader-filters">
      <fieldset class="reader-groupings">
        <legend class="soft">{i18n.t('reader.by')}</legend>
        {groupings.map((by) => (
          <label key={by}>
            <input
              type="radio"
              name={`${id}by`}
              checked={place.by === by}
              onChange={() => onChange({ by, at: null }, { step: true })}
            />
            {i18n.t(`reader.by_${by}`)}
          </label>
        ))}
      </fieldset>
      <search class="reader-search">
        <input
          type="search"
          ref={box}
          maxLength={500}
          value={typed}
          autocomplete="off"
          spellcheck={false}
          aria-label={i18n.t('reader.filter')}
          placeholder={i18n.t('reader.filterHint')}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (typed === '') onLeave();
            else setTyped('');
          }}
        />
        <select
          aria-label={i18n.t('reader.least')}
          value={String(place.least)}
          onChange={(event) =>
            onChange({ least: Number(event.currentTarget.value), at: null }, { step: true })
          }
        >
          {choices.map((least) => (
            <option key={least} value={String(least)}>
              {least === 0
                ? i18n.t('reader.anyUpvotes')
                : i18n.t('reader.atLeast', [numberWords(least)])}
            </option>
          ))}
        </select>
        <select
          aria-label={i18n.t('reader.year')}
          value={place.year ?? ''}
          onChange={(event) =>
            onChange({ year: event.currentTarget.value || null, at: null }, { step: true })
          }
        >
          <option value="">{i18n.t('reader.allYears')}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
        {(['unread', 'saved'] as const).map((mark) => (
          <label class="check" key={mark}>
            <input
              type="checkbox"
              checked={place[mark]}
              onChange={(event) =>
                onChange({ [mark]: event.currentTarget.checked, at: null }, { step: true })
              }
            />
            {i18n.t(`reader.only_${mark}`)}
          </label>
        ))}
      </search>
    </div>
  );
}

const byNumber = (a: number, b: number) => a - b;
