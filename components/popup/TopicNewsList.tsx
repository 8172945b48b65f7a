import { i18n } from '#i18n';
import type { AlertedPaper, TopicNews } from '../../lib/answers/topics/unread-answer.ts';
import { ignorableWords } from '../../lib/mutes/words-to-mute.ts';
import { useSurroundings } from '../app-context.ts';
import { listWords, numberWords } from '../format.ts';
import { IgnoringContext, scopeWords } from '../mutes/mute-context.ts';
import { useIgnoring } from '../mutes/use-mutes.tsx';
import { PaperList } from '../paper/PaperList.tsx';
import { useLikeAnswers } from './use-example-feedback.tsx';

/** What matched, or the number of upvotes it passed. */
export function noteOf({ paper, why, passed }: AlertedPaper): string {
  if (passed !== null)
    return i18n.t('unread.passed', [numberWords(passed), numberWords(paper.upvotes ?? 0)]);
  return why.length > 0 ? i18n.t('unread.why', [listWords(why)]) : '';
}

interface FoldedProps {
  words: string;
  label: string;
  lines: TopicNews['below'];
}

function Folded({ words, label, lines }: FoldedProps) {
  if (lines.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{words}</summary>
      <PaperList label={label} lines={lines} />
    </details>
  );
}

interface Props {
  news: TopicNews;
  /** Something was ignored or answered here: it stays in sight, with the way back. */
  onTouched: () => void;
}

/** One topic: what is unread, below its limit, and was there before it. */
export function TopicNewsList({ news: { topic, unread, below, earlier }, onTouched }: Props) {
  const { background, onUnreadChange } = useSurroundings();
  const where = scopeWords({ in: 'topic', id: topic.id, name: topic.name });
  const changed = () => {
    onTouched();
    onUnreadChange();
  };
  const ignoring = useIgnoring({
    where,
    set: (thing, ignored) =>
      background.ignoreInTopic({ topic: topic.id, thing, ignored }).then(changed),
  });
  const answers = useLikeAnswers(topic, changed);
  const whyOf = new Map(unread.map(({ paper, why }) => [paper.id, why]));
  return (
    <section aria-label={topic.name}>
      <h2 class="group">
        {unread.length > 0
          ? i18n.t('unread.topicCount', [topic.name, numberWords(unread.length)])
          : topic.name}
      </h2>
      {ignoring.line}
      {answers?.line}
      <IgnoringContext.Provider
        value={{
          where,
          ignore: ignoring.ignore,
          wordsOf: ({ paper }) =>
            topic.like ? (whyOf.get(paper.id) ?? []) : ignorableWords(paper, topic.query),
          answer: answers?.answer,
        }}
      >
        {unread.length > 0 && (
          <PaperList
            label={topic.name}
            lines={unread.map((paper) => ({ ...paper, why: [], note: noteOf(paper) }))}
          />
        )}
        <Folded
          words={i18n.t('topic.below', below.length, [numberWords(below.length)])}
          label={topic.name}
          lines={below}
        />
        <Folded
          words={i18n.t(topic.like ? 'unread.closest' : 'unread.earlier', earlier.length, [
            numberWords(earlier.length),
          ])}
          label={topic.name}
          lines={earlier}
        />
      </IgnoringContext.Provider>
    </section>
  );
}
