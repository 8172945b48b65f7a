import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** The button that asks the question. */
  label: string;
  isDanger?: boolean;
  question: string;
  /** The buttons that answer it, before "Cancel". */
  answers: (close: () => void) => ComponentChildren;
  /** Below the buttons of the question. */
  children?: ComponentChildren;
}

/** A button that asks before it acts; the question takes the focus. */
export function ConfirmedAction({ label, isDanger = false, question, answers, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (isOpen) text.current?.focus();
  }, [isOpen]);
  const close = () => setOpen(false);
  if (!isOpen)
    return (
      <div class="actions">
        <button
          type="button"
          class={isDanger ? 'button danger' : 'button'}
          onClick={() => setOpen(true)}
        >
          {label}
        </button>
      </div>
    );
  return (
    <div class="form">
      <p tabIndex={-1} ref={text}>
        {question}
      </p>
      <div class="actions">
        {answers(close)}
        <button type="button" class="button" onClick={close}>
          {i18n.t('options.cancel')}
        </button>
      </div>
      {children}
    </div>
  );
}
