import { i18n } from '#i18n';
import type { AlertedPaper, TopicNews } from '../../lib/answers/topics/unread-answer.ts';
import { wordsToMute } from '../../lib/mutes/words-to-mute.ts';
import { useAppContext } from '../app-context.ts';
import { formatList, formatNumber } from '../format.ts';
import { formatScope, MuteContext } from '../mutes/mute-context.ts';
import { useMutes } from '../mutes/use-mutes.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { useExampleFeedback } from './use-example-feedback.ts';

/** Why a paper is new for its topic: what matched, or the number of upvotes it passed. */
export function alertNote({ paper, why, passed }: AlertedPaper): string {
  if (passed !== null)
    return i18n.t('unread.passed', [formatNumber(passed), formatNumber(paper.upvotes ?? 0)]);
  return why.length > 0 ? i18n.t('unread.why', [formatList(why)]) : '';
}

interface FoldedProps {
  summary: string;
  label: string;
  lines: TopicNews['below'];
}

function Folded({ summary, label, lines }: FoldedProps) {
  if (lines.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{summary}</summary>
      <PaperList label={label} lines={lines} />
    </details>
  );
}

interface Props {
  news: TopicNews;
  /** Something was muted or rated here: the topic stays in view, with its Undo line. */
  onTouched: () => void;
}

/** One topic: its unread papers, those below its limit, and earlier ones. */
export function TopicNewsList({ news: { topic, unread, below, earlier }, onTouched }: Props) {
  const { background, onUnreadChange } = useAppContext();
  const where = formatScope({ in: 'topic', id: topic.id, name: topic.name });
  const changed = () => {
    onTouched();
    onUnreadChange();
  };
  const mutes = useMutes({
    where,
    set: (thing, ignored) =>
      background.muteInTopic({ topic: topic.id, thing, ignored }).then(changed),
  });
  const feedback = useExampleFeedback(topic, changed);
  const whyOf = new Map(unread.map(({ paper, why }) => [paper.id, why]));
  return (
    <section aria-label={topic.name}>
      <h2 class="group">
        {unread.length > 0
          ? i18n.t('unread.topicCount', [topic.name, formatNumber(unread.length)])
          : topic.name}
      </h2>
      {mutes.line}
      {feedback?.line}
      <MuteContext.Provider
        value={{
          where,
          mute: mutes.mute,
          wordsOf: ({ paper }) =>
            topic.like ? (whyOf.get(paper.id) ?? []) : wordsToMute(paper, topic.query),
          giveFeedback: feedback?.giveFeedback,
        }}
      >
        {unread.length > 0 && (
          <PaperList
            label={topic.name}
            lines={unread.map((paper) => ({ ...paper, why: [], note: alertNote(paper) }))}
          />
        )}
        <Folded
          summary={i18n.t('topic.below', below.length, [formatNumber(below.length)])}
          label={topic.name}
          lines={below}
        />
        <Folded
          summary={i18n.t(topic.like ? 'unread.closest' : 'unread.earlier', earlier.length, [
            formatNumber(earlier.length),
          ])}
          label={topic.name}
          lines={earlier}
        />
      </MuteContext.Provider>
    </section>
  );
}
