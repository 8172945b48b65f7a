import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportPreview } from '../../../lib/import/import-preview.ts';
import type { Paper } from '../../../lib/paper/paper.ts';
import { plainText } from '../../../lib/text/plain-text.ts';
import { formatList, formatNumber } from '../../format.ts';

const shown = 100;
const formats = {
  'daily-papers-text': 'import.dailyPapersText',
  'daily-papers-api': 'import.dailyPapersApi',
  'json-lines': 'import.jsonLines',
  'arxiv-atom': 'import.arxivAtom',
  kindred: 'import.kindred',
} as const;

function Rest({ total, listed }: { total: number; listed: number }) {
  const rest = total - Math.min(listed, shown);
  if (rest <= 0) return null;
  return <li class="soft">{i18n.t('import.moreNotShown', rest, [formatNumber(rest)])}</li>;
}

interface PapersProps {
  words: string;
  papers: Paper[];
  total: number;
}

function Papers({ words, papers, total }: PapersProps) {
  if (total === 0) return null;
  return (
    <details>
      <summary>{words}</summary>
      <ul class="preview-list">
        {papers.slice(0, shown).map((paper) => (
          <li key={paper.id} dir="auto">
            {plainText(paper.title) || i18n.t('paper.untitled')}
          </li>
        ))}
        <Rest total={total} listed={papers.length} />
      </ul>
    </details>
  );
}

function Refused({ refused, refusedCount }: Pick<ImportPreview, 'refused' | 'refusedCount'>) {
  if (refusedCount === 0) return null;
  return (
    <details open>
      <summary class="problem">
        {i18n.t('import.refused', refusedCount, [formatNumber(refusedCount)])}
      </summary>
      <ul class="preview-list">
        {refused.slice(0, shown).map(({ line, reason, excerpt }) => (
          <li key={`${line} ${reason}`}>
            {i18n.t('import.line', [formatNumber(line), reason])} <q class="soft">{excerpt}</q>
          </li>
        ))}
        <Rest total={refusedCount} listed={refused.length} />
      </ul>
    </details>
  );
}

interface Props {
  preview: ImportPreview;
  onApply: () => void;
  onCancel: () => void;
}

/** What an import would add, change, leave and refuse, before it happens. */
export function ImportPreviewView({ preview, onApply, onCancel }: Props) {
  const { addedCount, changedCount, unchanged, topics, marks, ignored, assumedYear } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const own = [
    topics > 0 && i18n.t('import.topics', topics, [formatNumber(topics)]),
    marks > 0 && i18n.t('import.marks', marks, [formatNumber(marks)]),
    ignored > 0 && i18n.t('import.ignored', ignored, [formatNumber(ignored)]),
  ].filter((words) => words !== false);
  const nothing = addedCount + changedCount + topics + marks + ignored === 0;
  const counted = (key: 'import.added' | 'import.changed', count: number) =>
    i18n.t(key, count, [formatNumber(count)]);
  return (
    <div class="form import-preview">
      <h3 tabIndex={-1} ref={heading}>
        {i18n.t('import.format', [i18n.t(formats[preview.format])])}
      </h3>
      {assumedYear !== null && (
        <p class="line soft">{i18n.t('import.assumedYear', [String(assumedYear)])}</p>
      )}
      <Papers
        words={counted('import.added', addedCount)}
        papers={preview.added}
        total={addedCount}
      />
      <Papers
        words={counted('import.changed', changedCount)}
        papers={preview.changed}
        total={changedCount}
      />
      {own.length > 0 && <p>{formatList(own)}</p>}
      {preview.freshTopics && preview.freshTopics.length > 0 && (
        <p>{i18n.t('copies.fresh', [formatList(preview.freshTopics)])}</p>
      )}
      {unchanged > 0 && (
        <p class="soft">{i18n.t('import.unchanged', unchanged, [formatNumber(unchanged)])}</p>
      )}
      <Refused refused={preview.refused} refusedCount={preview.refusedCount} />
      {nothing && <p>{i18n.t('import.nothing')}</p>}
      <div class="actions">
        <button type="button" class="button primary" disabled={nothing} onClick={onApply}>
          {i18n.t('import.apply')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('options.cancel')}
        </button>
      </div>
    </div>
  );
}
