import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { Topic, TopicExamples } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure } from '../use-answer.ts';

/** A message takes no more examples, and no more answers of "not this". */
const mostAnswers = 50;

const without = (ids: string[], id: string) => ids.filter((other) => other !== id);

function taught(
  { examples, not, struck }: TopicExamples,
  id: string,
  is: 'like' | 'not',
): TopicExamples {
  const others = { examples: without(examples, id), not: without(not, id), struck };
  return is === 'like'
    ? { ...others, examples: [...others.examples, id].slice(-mostAnswers) }
    : { ...others, not: [...others.not, id].slice(-mostAnswers) };
}

/** Teaches a topic of papers like these by single answers; `line` says the last, with the way back. */
export function useExampleFeedback(topic: Topic, onChange: () => void) {
  const { background } = useAppContext();
  const [last, setLast] = useState<{ words: string; before: TopicExamples } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { like } = topic;
  if (!like) return null;
  const teach = (to: TopicExamples, said: typeof last) =>
    void background.editTopic({ ...topic, like: to }).then(
      () => {
        setProblem(null);
        setLast(said);
        onChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  const answer = (paper: Paper, is: 'like' | 'not') => {
    const title = plainText(paper.title);
    const words = i18n.t(is === 'like' ? 'like.saidLike' : 'like.saidNot', [title]);
    const to = taught(like, paper.id, is);
    // Without an example there would be nothing to be like.
    if (to.examples.length > 0) teach(to, { words, before: like });
  };
  const line: ComponentChildren = (
    <>
      {problem && (
        <p class="line problem inset" role="alert">
          {problem}
        </p>
      )}
      {last && (
        <div class="undo-place">
          <UndoLine words={last.words} onUndo={() => teach(last.before, null)} takesFocus />
        </div>
      )}
    </>
  );
  return { answer, line };
}
