import { i18n } from '#i18n';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { formatMonth, formatNumber } from '../format.ts';

function formatNothing({ papers, listedPapers, completeSince }: DigestStatus): string {
  if (!completeSince) return i18n.t('related.nothing', papers, [formatNumber(papers)]);
  return i18n.t('related.nothingSince', listedPapers, [
    formatNumber(listedPapers),
    formatMonth(completeSince),
  ]);
}

interface Props {
  status: DigestStatus;
  /** Which papers the user's filters leave out. */
  filtered: 'older' | 'some' | null;
  onShowAll: () => void;
}

const messages = {
  older: ['related.nothingNewer', 'related.showAll'],
  some: ['related.noMatches', 'related.showEvery'],
} as const;

/** No paper is close enough: among all papers, or among those that pass the filters. */
export function NothingClose({ status, filtered, onShowAll }: Props) {
  if (filtered === null)
    return (
      <div class="state">
        <p>{formatNothing(status)}</p>
      </div>
    );
  const [nothing, showAll] = messages[filtered];
  return (
    <div class="state">
      <p>{i18n.t(nothing)}</p>
      <button type="button" class="link-button" onClick={onShowAll}>
        {i18n.t(showAll)}
      </button>
    </div>
  );
}
