import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  title: string;
  name: string;
  onName: (name: string) => void;
  submitWords: string;
  ready: boolean;
  /** Why it could not be done. */
  problem: string | null;
  onSubmit: (event: Event) => void;
  onCancel: () => void;
  children: ComponentChildren;
}

/** What the forms of both kinds of topic share: name, buttons, and their keys. */
export function TopicFrame({ title, name, onName, ready, problem, ...props }: Props) {
  const { onSubmit, onCancel } = props;
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const keys = (event: KeyboardEvent) => {
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && typed) {
      event.preventDefault();
      onSubmit(event);
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <section class="form" aria-labelledby={`${id}title`} onKeyDown={keys}>
      <h2 id={`${id}title`}>{title}</h2>
      <label for={`${id}name`}>{i18n.t('topic.name')}</label>
      <input
        id={`${id}name`}
        ref={first}
        maxLength={120}
        value={name}
        onInput={(event) => onName(event.currentTarget.value)}
      />
      {props.children}
      {problem && (
        <p class="line problem" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={!ready} onClick={onSubmit}>
          {props.submitWords}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('topic.cancel')}
        </button>
      </div>
    </section>
  );
}
