import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/messages/answers.ts';
import { monthWords, numberWords } from '../dates.ts';

function nothingWords({ papers, listedPapers, completeSince }: DigestStatus): string {
  if (!completeSince) return i18n.t('related.nothing', papers, [numberWords(papers)]);
  return i18n.t('related.nothingSince', listedPapers, [
    numberWords(listedPapers),
    monthWords(completeSince),
  ]);
}

interface NothingProps {
  status: DigestStatus;
  /** Present while only newer papers are asked for. */
  onShowAll?: (() => void) | undefined;
}

/** Looked at everything there is, and nothing is close. */
export function NothingClose({ status, onShowAll }: NothingProps) {
  return (
    <div class="state">
      <p>{onShowAll ? i18n.t('related.nothingNewer') : nothingWords(status)}</p>
      {onShowAll && (
        <button type="button" class="link-button" onClick={onShowAll}>
          {i18n.t('related.showAll')}
        </button>
      )}
    </div>
  );
}
