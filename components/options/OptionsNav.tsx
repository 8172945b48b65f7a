import { i18n } from '#i18n';
import { formatNumber } from '../format.ts';
import { LiveRegion } from '../shared/LiveRegion.tsx';
import { useUniqueId } from '../use-unique-id.ts';
import { groups } from './OptionsGroup.tsx';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** The number of sections that match the query; null without one. */
  shown: number | null;
}

/** A box that filters the page, and links to its groups. */
export function OptionsNav({ query, onQuery, shown }: Props) {
  const id = useUniqueId();
  const count = shown === null ? '' : i18n.t('filter.shown', shown, [formatNumber(shown)]);
  return (
    <div class="options-nav">
      <label class="unseen" for={id}>
        {i18n.t('filter.label')}
      </label>
      <input
        type="search"
        id={id}
        value={query}
        maxLength={100}
        placeholder={i18n.t('filter.label')}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
      />
      <p class="line soft">{count}</p>
      <LiveRegion words={count} />
      <nav aria-label={i18n.t('options.title')}>
        <ul>
          {groups.map((name) => (
            <li key={name}>
              <a href={`#${name}`} onClick={() => onQuery('')}>
                {i18n.t(`groups.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
