import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { UnreadAnswer } from '../../lib/answers/topics/unread-answer.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber, formatRecentDay, joinWithDots } from '../format.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import type { AnswerState } from '../use-answer.ts';
import { MarkRead } from './MarkRead.tsx';
import { alertNote, TopicNewsList } from './TopicNewsList.tsx';
import { byDay, daysSince, olderThan, type UnreadPaper, uniqueUnread } from './unread-groups.ts';

/** From so many days on the unread papers are summed up. */
const longAway = 3;

function Days({ works }: { works: UnreadPaper[] }) {
  const { now } = useAppContext();
  return byDay(works).map(([day, told]) => {
    const words = formatRecentDay(day, now());
    return (
      <section key={day} aria-label={words}>
        <h2 class="group day">{i18n.t('unread.topicCount', [words, formatNumber(told.length)])}</h2>
        <PaperList
          label={words}
          lines={told.map((work) => ({
            ...work,
            why: [],
            note: joinWithDots([...work.topics, alertNote(work)].filter(Boolean)),
          }))}
        />
      </section>
    );
  });
}

function summaryWords(value: UnreadAnswer, works: UnreadPaper[], days: number): string {
  const topics = value.topics.filter(({ unread }) => unread.length > 0).length;
  return i18n.t('unread.away', [
    formatNumber(days),
    formatNumber(works.length),
    i18n.t('unread.topics', topics, [formatNumber(topics)]),
  ]);
}

function Unread({ value, onMakeTopic }: { value: UnreadAnswer; onMakeTopic: () => void }) {
  const { now } = useAppContext();
  const [grouping, setGrouping] = useState<'topic' | 'day'>('topic');
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const works = uniqueUnread(value.topics);
  const days = daysSince(works, now());
  const away = days >= longAway;
  const idsOf = (some: UnreadPaper[]) => some.map(({ paper }) => paper.id);
  const other = grouping === 'day' ? 'topic' : 'day';
  return (
    <>
      <div class="bar">
        {away && (
          <p class="line dotted">
            <span>{summaryWords(value, works, days)}</span>
            <button type="button" class="link-button" onClick={() => setGrouping(other)}>
              {i18n.t(other === 'day' ? 'unread.byDay' : 'unread.byTopic')}
            </button>
          </p>
        )}
        <MarkRead
          choices={[
            { words: i18n.t('unread.markOld'), ids: idsOf(olderThan(works, 7, now())) },
            { words: i18n.t('unread.markAll'), ids: idsOf(works) },
          ]}
        />
      </div>
      {works.length === 0 && (
        <div class="state">
          <p>{i18n.t(value.topics.length > 0 ? 'unread.none' : 'unread.noneYet')}</p>
          {value.topics.length === 0 && (
            <button type="button" class="button" onClick={onMakeTopic}>
              {i18n.t('unread.makeTopic')}
            </button>
          )}
        </div>
      )}
      {away && grouping === 'day' ? (
        <Days works={works} />
      ) : (
        value.topics
          .filter(
            ({ topic, unread, below, earlier }) =>
              unread.length + below.length + earlier.length > 0 || touched.has(topic.id),
          )
          .map((news) => (
            <TopicNewsList
              key={news.topic.id}
              news={news}
              onTouched={() => setTouched(new Set([...touched, news.topic.id]))}
            />
          ))
      )}
    </>
  );
}

interface Props {
  answer: AnswerState<UnreadAnswer>;
  again: () => void;
  onMakeTopic: () => void;
}

/** Unread new papers, by topic or by day. */
export function UnreadList({ answer, again, onMakeTopic }: Props) {
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('unread.waiting')}
      failedWords={i18n.t('unread.failed')}
      onRetry={again}
    >
      {(value) => <Unread value={value} onMakeTopic={onMakeTopic} />}
    </AsyncContent>
  );
}
