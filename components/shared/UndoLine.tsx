import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  words: string;
  /** Absent once it can no longer be undone. */
  onUndo?: ((event: MouseEvent) => void) | undefined;
  /** Takes the focus, where what had it is gone. */
  takesFocus?: boolean;
}

/** What was just done, and the way back. */
export function UndoLine({ words, onUndo, takesFocus = false }: Props) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) line.current?.focus();
  }, [takesFocus, words]);
  return (
    <p class="undo" role="status" tabIndex={-1} ref={line}>
      <span class="dotted">
        <span>{words}</span>
        {onUndo && (
          <button type="button" class="link-button" onClick={onUndo}>
            {i18n.t('topic.undo')}
          </button>
        )}
      </span>
    </p>
  );
}
