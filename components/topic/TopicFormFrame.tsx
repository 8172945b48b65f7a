import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { toFailure } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';

export type TopicDraft = Pick<Topic, 'name' | 'query' | 'least' | 'quiet' | 'arxiv' | 'like'>;

/** What both forms are given. */
export interface TopicFormProps {
  title: string;
  submitWords: string;
  /** Resolves when the background has done it; rejects with a failure to show. */
  onSubmit: (wish: TopicDraft) => Promise<void>;
  onCancel: () => void;
}

interface Props extends TopicFormProps {
  name: string;
  onName: (name: string) => void;
  /** What the form says now; its name is the frame's. Null where something is missing. */
  wish: Omit<TopicDraft, 'name'> | null;
  children: ComponentChildren;
}

/** What the forms of both kinds of topic share: name, buttons, their keys, and what became of them. */
export function TopicFormFrame({ title, name, onName, wish, ...props }: Props) {
  const { onCancel } = props;
  const { trusts } = useAppContext();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = wish !== null && name.trim() !== '' && !busy;
  const onSubmit = (event: Event) => {
    if (!ready || !trusts(event)) return;
    setBusy(true);
    props.onSubmit({ name: name.trim(), ...wish }).catch((error: unknown) => {
      setBusy(false);
      setProblem(toFailure(error).message);
    });
  };
  const id = useUniqueId();
  const first = useFocusOnOpen<HTMLInputElement>();
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
