import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { toFailure } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';

export type TopicDraft = Pick<Topic, 'name' | 'query' | 'least' | 'quiet' | 'arxiv' | 'like'>;

/** The props of both topic forms. */
export interface TopicFormProps {
  title: string;
  submitWords: string;
  /** Resolves once the topic is stored; rejects with a failure to show. */
  onSubmit: (draft: TopicDraft) => Promise<void>;
  onCancel: () => void;
}

interface Props extends TopicFormProps {
  name: string;
  onName: (name: string) => void;
  /** The topic without its name; null while it cannot be stored. */
  draft: Omit<TopicDraft, 'name'> | null;
  children: ComponentChildren;
}

function useSubmit({ name, draft, onSubmit }: Pick<Props, 'name' | 'draft' | 'onSubmit'>) {
  const { trusts } = useAppContext();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReady = draft !== null && name.trim() !== '' && !isBusy;
  const submit = (event: Event) => {
    if (!isReady || !trusts(event)) return;
    setBusy(true);
    onSubmit({ name: name.trim(), ...draft }).catch((error: unknown) => {
      setBusy(false);
      setProblem(toFailure(error).message);
    });
  };
  return { submit, isReady, problem };
}

/** What the forms of both kinds of topic share: the name, the buttons, their keys and problems. */
export function TopicFormFrame({ title, submitWords, onCancel, children, ...form }: Props) {
  const { submit, isReady, problem } = useSubmit(form);
  const id = useUniqueId();
  const nameBox = useFocusOnOpen<HTMLInputElement>();
  const onKeyDown = (event: KeyboardEvent) => {
    const isTextBox = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && isTextBox) {
      event.preventDefault();
      submit(event);
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <section class="form" aria-labelledby={`${id}title`} onKeyDown={onKeyDown}>
      <h2 id={`${id}title`}>{title}</h2>
      <label for={`${id}name`}>{i18n.t('topic.name')}</label>
      <input
        id={`${id}name`}
        ref={nameBox}
        maxLength={120}
        value={form.name}
        onInput={(event) => form.onName(event.currentTarget.value)}
      />
      {children}
      <ProblemLine text={problem} />
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={!isReady} onClick={submit}>
          {submitWords}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('topic.cancel')}
        </button>
      </div>
    </section>
  );
}
