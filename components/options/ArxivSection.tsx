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
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { useAnswer, useEvery } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { Entry } from './Entry.tsx';
import { SettingsSection } from './SettingsSection.tsx';

type ArxivSettings = NonNullable<Settings['arxiv']>;

const defaultSettings: ArxivSettings = { categories: [], months: 3 };

interface Props {
  settings: ArxivSettings;
  onChange: (change: Partial<ArxivSettings>) => void;
}

/** What the last request for a category brought; empty before the first. */
function formatFeed({ readFor, problem }: FeedStatus): string {
  if (problem !== null) return i18n.t('arxiv.problem');
  return readFor === null ? '' : i18n.t('arxiv.read', [formatDate(readFor)]);
}

function AddCategory({ settings: { categories }, onChange }: Props) {
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const id = useUniqueId();
  const box = useRef<HTMLInputElement>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const category = arxivCategory(text);
    setUnknown(category === null ? text.trim() : null);
    if (category === null) return;
    setText('');
    box.current?.focus();
    onChange({ categories: [...new Set([...categories, category])].sort() });
  };
  return (
    <>
      <form class="add-line" onSubmit={add}>
        <label for={id}>{i18n.t('arxiv.category')}</label>
        <input
          id={id}
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
      <ProblemLine text={unknown === null ? null : i18n.t('arxiv.unknown', [unknown])} />
    </>
  );
}

function CategoryList({ settings: { categories }, onChange }: Props) {
  const { background } = useAppContext();
  const [feeds, , poll] = useAnswer(() => background.arxivFeeds({}), categories.join());
  useEvery(5, categories.length > 0, poll);
  const detailOf = (category: string) => {
    const feed = feeds.value?.find((one) => one.category === category);
    return feed ? formatFeed(feed) : '';
  };
  return (
    <ul class="places">
      {categories.map((category) => (
        <li key={category} class="place-line">
          <Entry
            text={category}
            detail={detailOf(category)}
            action={i18n.t('arxiv.remove')}
            actionLabel={i18n.t('arxiv.removeLabel', [category])}
            onAction={() => onChange({ categories: categories.filter((one) => one !== category) })}
          />
        </li>
      ))}
    </ul>
  );
}

/** How long papers stay that only arXiv announced. */
function RetentionSelect({ settings, onChange }: Props) {
  const id = useUniqueId();
  return (
    <div class="add-line">
      <label for={id}>{i18n.t('arxiv.keep')}</label>
      <select
        id={id}
        value={settings.months}
        onChange={(event) => onChange({ months: Number(event.currentTarget.value) })}
      >
        {retentionMonths.map((count) => (
          <option key={count} value={count}>
            {i18n.t('arxiv.months', count, [formatNumber(count)])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** arXiv categories as a second source beside Daily Papers; none until the user adds one. */
export function ArxivSection() {
  return (
    <SettingsSection title={i18n.t('arxiv.title')} hint={i18n.t('arxiv.hint')}>
      {({ arxiv: settings = defaultSettings }, change) => {
        const onChange = (changed: Partial<ArxivSettings>) =>
          change({ arxiv: { ...settings, ...changed } });
        return (
          <>
            <AddCategory settings={settings} onChange={onChange} />
            <CategoryList settings={settings} onChange={onChange} />
            {settings.categories.length > 0 && (
              <RetentionSelect settings={settings} onChange={onChange} />
            )}
          </>
        );
      }}
    </SettingsSection>
  );
}
