import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportPreview } from '../../../lib/import/import-preview.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { plainText } from '../../../lib/text/plain-text.ts';
import { formatList, formatNumber } from '../../format.ts';

const maxListed = 100;
const formats = {
  'daily-papers-text': 'import.dailyPapersText',
  'daily-papers-api': 'import.dailyPapersApi',
  'json-lines': 'import.jsonLines',
  'arxiv-atom': 'import.arxivAtom',
  kindred: 'import.kindred',
} as const;

interface ListProps<T> {
  items: T[];
  /** Of all items, listed or not. */
  total: number;
  children: (item: T) => ComponentChildren;
}

/** The first items, and how many more there are. */
function PreviewList<T>({ items, total, children }: ListProps<T>) {
  const rest = total - Math.min(items.length, maxListed);
  return (
    <ul class="preview-list">
      {items.slice(0, maxListed).map(children)}
      {rest > 0 && (
        <li class="soft">{i18n.t('import.moreNotShown', rest, [formatNumber(rest)])}</li>
      )}
    </ul>
  );
}

interface PapersProps {
  label: string;
  papers: Paper[];
  total: number;
}

function Papers({ label, papers, total }: PapersProps) {
  if (total === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <PreviewList items={papers} total={total}>
        {(paper) => (
          <li key={paper.id} dir="auto">
            {plainText(paper.title) || i18n.t('paper.untitled')}
          </li>
        )}
      </PreviewList>
    </details>
  );
}

/** Entries that cannot be imported, each with its line number, the reason and its beginning. */
function RejectedEntries({ refused, refusedCount }: ImportPreview) {
  if (refusedCount === 0) return null;
  return (
    <details open>
      <summary class="problem">
        {i18n.t('import.refused', refusedCount, [formatNumber(refusedCount)])}
      </summary>
      <PreviewList items={refused} total={refusedCount}>
        {({ line, reason, excerpt }) => (
          <li key={`${line} ${reason}`}>
            {i18n.t('import.line', [formatNumber(line), reason])} <q class="soft">{excerpt}</q>
          </li>
        )}
      </PreviewList>
    </details>
  );
}

/** Topics, marks and mutes of the file, counted; the names of topics that are new here. */
function UserDataCounts({ topics, marks, ignored, freshTopics = [] }: ImportPreview) {
  const counts = [
    topics > 0 && i18n.t('import.topics', topics, [formatNumber(topics)]),
    marks > 0 && i18n.t('import.marks', marks, [formatNumber(marks)]),
    ignored > 0 && i18n.t('import.ignored', ignored, [formatNumber(ignored)]),
  ].filter((text) => text !== false);
  return (
    <>
      {counts.length > 0 && <p>{formatList(counts)}</p>}
      {freshTopics.length > 0 && <p>{i18n.t('copies.fresh', [formatList(freshTopics)])}</p>}
    </>
  );
}

interface Props {
  preview: ImportPreview;
  onApply: () => void;
  onCancel: () => void;
}

/** What an import would add, change, leave and reject, before it is applied. */
export function ImportPreviewView({ preview, onApply, onCancel }: Props) {
  const { addedCount, changedCount, unchanged, topics, marks, ignored, assumedYear } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const isEmpty = addedCount + changedCount + topics + marks + ignored === 0;
  const count = (key: 'import.added' | 'import.changed' | 'import.unchanged', total: number) =>
    i18n.t(key, total, [formatNumber(total)]);
  return (
    <div class="form import-preview">
      <h3 tabIndex={-1} ref={heading}>
        {i18n.t('import.format', [i18n.t(formats[preview.format])])}
      </h3>
      {assumedYear !== null && (
        <p class="line soft">{i18n.t('import.assumedYear', [String(assumedYear)])}</p>
      )}
      <Papers label={count('import.added', addedCount)} papers={preview.added} total={addedCount} />
      <Papers
        label={count('import.changed', changedCount)}
        papers={preview.changed}
        total={changedCount}
      />
      <UserDataCounts {...preview} />
      {unchanged > 0 && <p class="soft">{count('import.unchanged', unchanged)}</p>}
      <RejectedEntries {...preview} />
      {isEmpty && <p>{i18n.t('import.nothing')}</p>}
      <div class="actions">
        <button type="button" class="button primary" disabled={isEmpty} onClick={onApply}>
          {i18n.t('import.apply')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('options.cancel')}
        </button>
      </div>
    </div>
  );
}
