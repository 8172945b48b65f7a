import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { formatMonth, formatNumber } from '../format.ts';

function nothingWords({ papers, listedPapers, completeSince }: DigestStatus): string {
  if (!completeSince) return i18n.t('related.nothing', papers, [formatNumber(papers)]);
  return i18n.t('related.nothingSince', listedPapers, [
    formatNumber(listedPapers),
    formatMonth(completeSince),
  ]);
}

interface NothingProps {
  status: DigestStatus;
  /** Papers that the user's conditions leave out. */
  left: 'older' | 'some' | null;
  onShowAll: () => void;
}

const words = {
  older: ['related.nothingNewer', 'related.showAll'],
  some: ['related.nothingWished', 'related.showEvery'],
} as const;

/** Looked at everything there is, or that was asked for, and nothing is close. */
export function NothingClose({ status, left, onShowAll }: NothingProps) {
  if (left === null)
    return (
      <div class="state">
        <p>{nothingWords(status)}</p>
      </div>
    );
  const [nothing, show] = words[left];
  return (
    <div class="state">
      <p>{i18n.t(nothing)}</p>
      <button type="button" class="link-button" onClick={onShowAll}>
        {i18n.t(show)}
      </button>
    </div>
  );
}
