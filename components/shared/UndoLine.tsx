import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** What was done. */
  words: string;
  /** Absent once it can no longer be undone. */
  onUndo?: ((event: MouseEvent) => void) | undefined;
  /** Takes the focus, for a line that replaces the element that had it. */
  takesFocus?: boolean;
}

/** What was just done, with an Undo button. */
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
