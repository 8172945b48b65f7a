import { i18n } from '#i18n';
import type { AlertedPaper, TopicNews } from '../../lib/answers/topics/unread-answer.ts';
import { wordsToMute } from '../../lib/mutes/words-to-mute.ts';
import { useAppContext } from '../app-context.ts';
import { formatList, formatNumber } from '../format.ts';
import { formatScope, MuteContext } from '../mutes/mute-context.ts';
import { useMutes } from '../mutes/use-mutes.tsx';
import { PaperList } from '../paper/PaperList.tsx';
import { useExampleFeedback } from './use-example-feedback.tsx';

/** What matched, or the number of upvotes it passed. */
export function alertNote({ paper, why, passed }: AlertedPaper): string {
  if (passed !== null)
    return i18n.t('unread.passed', [formatNumber(passed), formatNumber(paper.upvotes ?? 0)]);
  return why.length > 0 ? i18n.t('unread.why', [formatList(why)]) : '';
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
  const { background, onUnreadChange } = useAppContext();
  const where = formatScope({ in: 'topic', id: topic.id, name: topic.name });
  const changed = () => {
    onTouched();
    onUnreadChange();
  };
  const ignoring = useMutes({
    where,
    set: (thing, ignored) =>
      background.muteInTopic({ topic: topic.id, thing, ignored }).then(changed),
  });
  const answers = useExampleFeedback(topic, changed);
  const whyOf = new Map(unread.map(({ paper, why }) => [paper.id, why]));
  return (
    <section aria-label={topic.name}>
      <h2 class="group">
        {unread.length > 0
          ? i18n.t('unread.topicCount', [topic.name, formatNumber(unread.length)])
          : topic.name}
      </h2>
      {ignoring.line}
      {answers?.line}
      <MuteContext.Provider
        value={{
          where,
          ignore: ignoring.ignore,
          wordsOf: ({ paper }) =>
            topic.like ? (whyOf.get(paper.id) ?? []) : wordsToMute(paper, topic.query),
          answer: answers?.answer,
        }}
      >
        {unread.length > 0 && (
          <PaperList
            label={topic.name}
            lines={unread.map((paper) => ({ ...paper, why: [], note: alertNote(paper) }))}
          />
        )}
        <Folded
          words={i18n.t('topic.below', below.length, [formatNumber(below.length)])}
          label={topic.name}
          lines={below}
        />
        <Folded
          words={i18n.t(topic.like ? 'unread.closest' : 'unread.earlier', earlier.length, [
            formatNumber(earlier.length),
          ])}
          label={topic.name}
          lines={earlier}
        />
      </MuteContext.Provider>
    </section>
  );
}
