import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { Topic, TopicExamples } from '../../lib/topics/topic.ts';
import { useAppContext } from '../app-context.ts';
import { useUndoable } from '../shared/use-undoable.tsx';

/** The background accepts no more examples, and no more papers that are not like them. */
const maxPapers = 50;

const without = (ids: string[], id: string) => ids.filter((other) => other !== id);

function withFeedback(
  { examples, not, struck }: TopicExamples,
  id: string,
  is: 'like' | 'not',
): TopicExamples {
  const others = { examples: without(examples, id), not: without(not, id), struck };
  return is === 'like'
    ? { ...others, examples: [...others.examples, id].slice(-maxPapers) }
    : { ...others, not: [...others.not, id].slice(-maxPapers) };
}

/**
 * Feedback on single papers for an example topic; `line` shows the last with its Undo button. Null for
 * a topic with a query.
 */
export function useExampleFeedback(topic: Topic, onChange: () => void) {
  const { background } = useAppContext();
  const { run, line } = useUndoable();
  const latest = useRef(topic);
  latest.current = topic;
  const { like } = topic;
  if (!like) return null;
  const teach = (to: TopicExamples) =>
    background.editTopic({ ...latest.current, like: to }).then(onChange);
  const giveFeedback = (paper: Paper, is: 'like' | 'not') => {
    const title = plainText(paper.title);
    const words = i18n.t(is === 'like' ? 'like.saidLike' : 'like.saidNot', [title]);
    const to = withFeedback(like, paper.id, is);
    // A topic needs an example.
    if (to.examples.length > 0) run(teach(to), { words, undo: () => teach(like) });
  };
  return { giveFeedback, line };
}
