import { i18n } from '#i18n';

/** The user said that the page is not about this paper, and can undo that. */
export function RejectedPaper({ onUndo }: { onUndo: () => void }) {
  return (
    <div class="state">
      <p role="status">{i18n.t('refused.state')}</p>
      <button type="button" class="link-button" onClick={onUndo}>
        {i18n.t('refused.undo')}
      </button>
    </div>
  );
}
