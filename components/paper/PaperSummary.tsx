import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { firstSentences } from './first-sentences.ts';

const longest = 600;

function accountOf(paper: Paper): { text: string; by: string } | null {
  if (paper.summary) {
    const text = plainText(paper.summary.text).slice(0, longest);
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

/** A short account of the paper, always saying whose words it is. */
export function PaperSummary({ paper }: { paper: Paper }) {
  const account = accountOf(paper);
  if (!account) return <p class="soft">{i18n.t('paper.noSummary')}</p>;
  return (
    <p class="summary" dir="auto">
      {account.text} <span class="by">{account.by}</span>
    </p>
  );
}
