import { i18n } from '#i18n';

/** The user has said that the page is not about this paper; the way back. */
export function RejectedPaper({ onTakeBack }: { onTakeBack: () => void }) {
  return (
    <div class="state">
      <p role="status">{i18n.t('refused.state')}</p>
      <button type="button" class="link-button" onClick={onTakeBack}>
        {i18n.t('refused.takeBack')}
      </button>
    </div>
  );
}
