import { i18n } from '#i18n';
import { SkeletonRows } from '../shared/AsyncContent.tsx';
import { TopicList } from '../topic/TopicList.tsx';
import { LatestList } from './LatestList.tsx';
import { mostUnreadTopic } from './most-unread-topic.ts';
import { OnThisPage, type OnThisPageProps } from './OnThisPage.tsx';
import type { Tab } from './popup-state.ts';
import { SavedPapers } from './SavedPapers.tsx';
import { UnreadTab } from './UnreadTab.tsx';
import type { useUnread } from './use-unread.ts';

interface Props extends OnThisPageProps {
  tab: Tab;
  pick: (tab: Tab, fewer?: boolean) => void;
  unread: ReturnType<typeof useUnread>;
  notification?: 'unread' | 'fewer' | null;
  /** The topics are opened for fewer papers of the topic that brought the most. */
  isForFewer: boolean;
  onOptions: () => void;
}

function TopicsTab({ unread: [unread, again], isForFewer }: Pick<Props, 'unread' | 'isForFewer'>) {
  if (!isForFewer) return <TopicList onFollowed={again} />;
  if (unread.state === 'waiting' && unread.value === null)
    return <SkeletonRows words={i18n.t('waiting')} />;
  return <TopicList onFollowed={again} edits={mostUnreadTopic(unread.value?.topics ?? [])} />;
}

/** The content of the chosen tab. */
export function TabContent({ tab, ...props }: Props) {
  const { unread, pick } = props;
  if (tab === 'page') return <OnThisPage {...props} />;
  if (tab === 'latest') return <LatestList />;
  if (tab === 'saved') return <SavedPapers />;
  if (tab === 'topics') return <TopicsTab {...props} />;
  return (
    <UnreadTab
      answer={unread[0]}
      again={unread[1]}
      isFromNotification={Boolean(props.notification)}
      isPrivate={props.isPrivate ?? false}
      onFewer={() => pick('topics', true)}
      onMakeTopic={() => pick('topics')}
      onOptions={props.onOptions}
    />
  );
}
