import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { UndoLine } from '../shared/UndoLine.tsx';

interface Props {
  placement: 'column' | 'edge';
  onUndo: () => void;
}

/** At the edge it covers the page, so it goes away by itself, but not from under the user. */
const edgeMs = 12_000;

/** What stands where the panel was, right after it was hidden on pages like this. */
export function HiddenLine({ placement, onUndo }: Props) {
  const [over, setOver] = useState(false);
  const used = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (placement === 'column') return;
    const leave = () => {
      const inUse = used.current?.matches(':hover') || used.current?.matches(':focus-within');
      if (!inUse) setOver(true);
    };
    const timer = setInterval(leave, edgeMs);
    return () => clearInterval(timer);
  }, [placement]);
  if (over) return null;
  return (
    <div class="place" data-placement={placement}>
      <div class="card hidden-line" data-placement={placement} ref={used}>
        <UndoLine words={i18n.t('panel.hidden')} onUndo={onUndo} takesFocus />
      </div>
    </div>
  );
}
