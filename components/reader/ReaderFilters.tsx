import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { useSettled } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { groupings, type ReaderLocation } from './reader-hash.ts';
import type { ChangeLocation } from './use-reader-location.ts';

const limits = [0, 5, 10, 20, 50, 100, 200];

interface Props {
  place: ReaderLocation;
  years: string[];
  onChange: ChangeLocation;
  /** Escape in the empty box: on to the papers. */
  onLeave: () => void;
  box: Ref<HTMLInputElement>;
}

/** How the papers are grouped, and which of them are shown. */
export function ReaderFilters({ place, years, onChange, onLeave, box }: Props) {
  const id = useUniqueId();
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
                : i18n.t('reader.atLeast', [formatNumber(least)])}
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
