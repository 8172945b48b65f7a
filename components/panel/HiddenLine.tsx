import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { UndoLine } from '../shared/UndoLine.tsx';

interface Props {
  placement: 'column' | 'edge';
  onUndo: () => void;
}

/** At the edge the line covers the page, so it disappears once the user is not in it. */
const edgeMs = 12_000;

/** Replaces the panel right after the user hid it on pages of this kind, with an Undo button. */
export function HiddenLine({ placement, onUndo }: Props) {
  const [isOver, setOver] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (placement === 'column') return;
    const leave = () => {
      const isUsed = line.current?.matches(':hover') || line.current?.matches(':focus-within');
      if (!isUsed) setOver(true);
    };
    const timer = setInterval(leave, edgeMs);
    return () => clearInterval(timer);
  }, [placement]);
  if (isOver) return null;
  return (
    <div class="place" data-placement={placement}>
      <div class="card hidden-line" data-placement={placement} ref={line}>
        <UndoLine words={i18n.t('panel.hidden')} onUndo={onUndo} takesFocus />
      </div>
    </div>
  );
}
