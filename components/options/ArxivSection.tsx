import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  arxivCategory,
  MAX_CATEGORIES,
  retentionMonths,
} from '../../lib/digest/feeds/categories.ts';
import type { FeedStatus } from '../../lib/digest/feeds/feed-state.ts';
import type { Settings } from '../../lib/user-data/settings.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate, formatNumber } from '../format.ts';
import { useAnswer, useEvery } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsPart } from './OptionsPart.tsx';

type Arxiv = NonNullable<Settings['arxiv']>;

const none: Arxiv = { categories: [], months: 3 };

interface Props {
  arxiv: Arxiv;
  onChange: (arxiv: Arxiv) => void;
}

/** What became of a category's last request, once there was one. */
function feedWords({ readFor, problem }: FeedStatus): string {
  if (problem !== null) return i18n.t('arxiv.problem');
  return readFor === null ? '' : i18n.t('arxiv.read', [formatDate(readFor)]);
}

function Categories({ arxiv, onChange }: Props) {
  const { background } = useAppContext();
  const [feeds, , look] = useAnswer(() => background.arxivFeeds({}), arxiv.categories.join());
  useEvery(5, arxiv.categories.length > 0, look);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const id = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const { categories, months } = arxiv;
  const add = (event: Event) => {
    event.preventDefault();
    const category = arxivCategory(text);
    setRefused(category === null ? text.trim() : null);
    if (category === null) return;
    setText('');
    box.current?.focus();
    onChange({ months, categories: [...new Set([...categories, category])].sort() });
  };
  return (
    <>
      <form class="add-line" onSubmit={add}>
        <label for={`${id}category`}>{i18n.t('arxiv.category')}</label>
        <input
          id={`${id}category`}
          ref={box}
          value={text}
          maxLength={30}
          autocomplete="off"
          spellcheck={false}
          readOnly={categories.length >= MAX_CATEGORIES}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={text.trim() === ''}>
          {i18n.t('arxiv.add')}
        </button>
      </form>
      {refused !== null && (
        <p class="line problem" role="alert">
          {i18n.t('arxiv.unknown', [refused])}
        </p>
      )}
      <ul class="places">
        {categories.map((category) => (
          <li key={category} class="place-line">
            <span>{category}</span>
            <span class="soft">
              {feeds.value?.filter((feed) => feed.category === category).map(feedWords)}
            </span>
            <button
              type="button"
              class="link-button"
              aria-label={i18n.t('arxiv.removeLabel', [category])}
              onClick={() =>
                onChange({ months, categories: categories.filter((other) => other !== category) })
              }
            >
              {i18n.t('arxiv.remove')}
            </button>
          </li>
        ))}
      </ul>
      {categories.length > 0 && (
        <div class="add-line">
          <label for={`${id}months`}>{i18n.t('arxiv.keep')}</label>
          <select
            id={`${id}months`}
            value={months}
            onChange={(event) =>
              onChange({ categories, months: Number(event.currentTarget.value) })
            }
          >
            {retentionMonths.map((count) => (
              <option key={count} value={count}>
                {i18n.t('arxiv.months', count, [formatNumber(count)])}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

/** Categories of arXiv beside Daily Papers: none until the user adds one. */
export function ArxivSection() {
  return (
    <OptionsPart title={i18n.t('arxiv.title')} hint={i18n.t('arxiv.hint')}>
      {({ arxiv }, change) => (
        <Categories arxiv={arxiv ?? none} onChange={(changed) => change({ arxiv: changed })} />
      )}
    </OptionsPart>
  );
}
