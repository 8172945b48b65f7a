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

/** From this many days on, the list starts with a summary and can be grouped by day. */
const minDaysAway = 3;
/** Older papers can be marked read together. */
const oldDays = 7;

type Grouping = 'topic' | 'day';

function UnreadByDay({ papers }: { papers: UnreadPaper[] }) {
  const { now } = useAppContext();
  return byDay(papers).map(([day, ofDay]) => {
    const title = formatRecentDay(day, now());
    return (
      <section key={day} aria-label={title}>
        <h2 class="group day">
          {i18n.t('unread.topicCount', [title, formatNumber(ofDay.length)])}
        </h2>
        <PaperList
          label={title}
          lines={ofDay.map((paper) => ({
            ...paper,
            why: [],
            note: joinWithDots([...paper.topics, alertNote(paper)].filter(Boolean)),
          }))}
        />
      </section>
    );
  });
}

/** The topics that have something to show, and those in which something was just changed. */
function UnreadByTopic({ topics }: Pick<UnreadAnswer, 'topics'>) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  return topics
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
    ));
}

interface BarProps {
  value: UnreadAnswer;
  papers: UnreadPaper[];
  grouping: Grouping;
  onGrouping: (grouping: Grouping) => void;
}

/** The summary after some days away, and buttons that mark papers read. */
function UnreadBar({ value, papers, grouping, onGrouping }: BarProps) {
  const { now } = useAppContext();
  const days = daysSince(papers, now());
  const topics = value.topics.filter(({ unread }) => unread.length > 0).length;
  const other = grouping === 'day' ? 'topic' : 'day';
  const idsOf = (some: UnreadPaper[]) => some.map(({ paper }) => paper.id);
  return (
    <div class="bar">
      {days >= minDaysAway && (
        <p class="line dotted">
          <span>
            {i18n.t('unread.away', [
              formatNumber(days),
              formatNumber(papers.length),
              i18n.t('unread.topics', topics, [formatNumber(topics)]),
            ])}
          </span>
          <button type="button" class="link-button" onClick={() => onGrouping(other)}>
            {i18n.t(other === 'day' ? 'unread.byDay' : 'unread.byTopic')}
          </button>
        </p>
      )}
      <MarkRead
        choices={[
          { label: i18n.t('unread.markOld'), ids: idsOf(olderThan(papers, oldDays, now())) },
          { label: i18n.t('unread.markAll'), ids: idsOf(papers) },
        ]}
      />
    </div>
  );
}

function Unread({ value, onMakeTopic }: { value: UnreadAnswer; onMakeTopic: () => void }) {
  const { now } = useAppContext();
  const [grouping, setGrouping] = useState<Grouping>('topic');
  const papers = uniqueUnread(value.topics);
  const isByDay = grouping === 'day' && daysSince(papers, now()) >= minDaysAway;
  return (
    <>
      <UnreadBar value={value} papers={papers} grouping={grouping} onGrouping={setGrouping} />
      {papers.length === 0 && (
        <div class="state">
          <p>{i18n.t(value.topics.length > 0 ? 'unread.none' : 'unread.noneYet')}</p>
          {value.topics.length === 0 && (
            <button type="button" class="button" onClick={onMakeTopic}>
              {i18n.t('unread.makeTopic')}
            </button>
          )}
        </div>
      )}
      {isByDay ? <UnreadByDay papers={papers} /> : <UnreadByTopic topics={value.topics} />}
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
