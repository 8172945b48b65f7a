import { i18n } from '#i18n';
import type { DigestStatus, Failure } from '../../lib/messages/answers.ts';
import { monthWords, numberWords } from '../dates.ts';

const rows = [0, 1, 2, 3, 4];

/** The shell while the answer is on its way: as high as the answer will be. */
export function Waiting() {
  return (
    <div class="waiting">
      <p class="unseen" role="status">
        {i18n.t('related.waiting')}
      </p>
      {rows.map((row) => (
        <div class="entry ghost" key={row} aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

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

/** The question failed: what, and another try. */
export function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <div class="state" role="alert">
      <p>{i18n.t('related.failed')}</p>
      <p class="soft">{failure.message}</p>
      <button type="button" class="button" onClick={onRetry}>
        {i18n.t('related.retry')}
      </button>
    </div>
  );
}
