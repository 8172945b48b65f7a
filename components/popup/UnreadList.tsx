import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TopicNews, UnreadAnswer } from '../../lib/messages/answers.ts';
import { numberWords } from '../dates.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { Asked } from '../parts/Asked.tsx';
import { UndoLine } from '../parts/UndoLine.tsx';
import { useSurroundings } from '../surroundings.ts';
import { type Answer, failureOf } from '../use-answer.ts';

function News({ news: { topic, unread, earlier } }: { news: TopicNews }) {
  return (
    <section aria-label={topic.name}>
      <h3 class="group">
        {unread.length > 0
          ? i18n.t('unread.topicCount', [topic.name, numberWords(unread.length)])
          : topic.name}
      </h3>
      {unread.length > 0 && <PaperList label={topic.name} lines={unread} />}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>
            {i18n.t('unread.earlier', earlier.length, [numberWords(earlier.length)])}
          </summary>
          <PaperList label={topic.name} lines={earlier} />
        </details>
      )}
    </section>
  );
}

function MarkAll({ value }: { value: UnreadAnswer }) {
  const { background, onUnreadChange } = useSurroundings();
  const [marked, setMarked] = useState<string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = [
    ...new Set(value.topics.flatMap(({ unread }) => unread.map(({ paper }) => paper.id))),
  ];

  const mark = (which: string[], read: boolean) =>
    background.markRead({ ids: which, read }).then(
      () => {
        setMarked(read ? which : null);
        setProblem(null);
        onUnreadChange();
      },
      (error: unknown) => setProblem(failureOf(error).message),
    );

  return (
    <div class="bar">
      {problem && <p class="line problem">{problem}</p>}
      {marked ? (
        <UndoLine
          words={i18n.t('unread.marked', marked.length, [numberWords(marked.length)])}
          onUndo={() => mark(marked, false)}
          takesFocus
        />
      ) : (
        ids.length > 0 && (
          <button type="button" class="link-button" onClick={() => mark(ids, true)}>
            {i18n.t('unread.markAll')}
          </button>
        )
      )}
    </div>
  );
}

interface Props {
  answer: Answer<UnreadAnswer>;
  again: () => void;
  onMakeTopic: () => void;
}

/** Unread new papers by topic. */
export function UnreadList({ answer, again, onMakeTopic }: Props) {
  return (
    <Asked
      answer={answer}
      waitingWords={i18n.t('unread.waiting')}
      failedWords={i18n.t('unread.failed')}
      onRetry={again}
    >
      {(value) => (
        <>
          <MarkAll value={value} />
          {value.total === 0 && (
            <div class="state">
              <p>{i18n.t(value.topics.length > 0 ? 'unread.none' : 'unread.noneYet')}</p>
              {value.topics.length === 0 && (
                <button type="button" class="button" onClick={onMakeTopic}>
                  {i18n.t('unread.makeTopic')}
                </button>
              )}
            </div>
          )}
          {value.topics
            .filter(({ unread, earlier }) => unread.length + earlier.length > 0)
            .map((news) => (
              <News key={news.topic.id} news={news} />
            ))}
        </>
      )}
    </Asked>
  );
}
