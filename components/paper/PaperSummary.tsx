import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { firstSentences } from './first-sentences.ts';

const maxLength = 600;

function summaryOf(paper: Paper): { text: string; by: string } | null {
  if (paper.summary) {
    const text = plainText(paper.summary.text).slice(0, maxLength);
    const by =
      paper.summary.by === 'kindred'
        ? i18n.t('paper.summaryKindred')
        : i18n.t('paper.summaryHuggingface');
    return { text, by };
  }
  if (!paper.abstract) return null;
  return {
    text: i18n.t('paper.quoted', [firstSentences(paper.abstract)]),
    by: i18n.t('paper.summaryAbstract'),
  };
}

/** A short summary, or the start of the abstract, and who wrote it. */
export function PaperSummary({ paper }: { paper: Paper }) {
  const summary = summaryOf(paper);
  if (!summary) return <p class="soft">{i18n.t('paper.noSummary')}</p>;
  return (
    <p class="summary" dir="auto">
      {summary.text} <span class="by">{summary.by}</span>
    </p>
  );
}
