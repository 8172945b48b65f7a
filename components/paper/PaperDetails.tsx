import { i18n } from '#i18n';
import type { ListedPaper, Marks } from '../../lib/marks/marks.ts';
import { useSurroundings } from '../app-context.ts';
import { listWords } from '../format.ts';
import { IgnorePaper } from '../mutes/MutePaper.tsx';
import { FollowLike } from '../topic/FollowExamples.tsx';
import { TopicReasonsLines } from '../topic/TopicReasonsLines.tsx';
import { PaperActions } from './PaperActions.tsx';
import { PaperLinks } from './PaperLinks.tsx';
import { PaperSummary } from './PaperSummary.tsx';
import { useOpenMap } from './use-open-map.ts';

interface Props {
  listed: ListedPaper;
  why: string[];
  id: string;
  onMarks?: (marks: Partial<Marks>) => void;
}

/** An opened line: what the paper says, why it is here, where it can be read, what can be done. */
export function PaperDetails({ listed, why, id, onMarks }: Props) {
  // Topics are shown on Kindred's own pages alone, and those open links themselves.
  const own = useSurroundings().open !== null;
  const openMap = useOpenMap();
  return (
    <div class="details" id={id}>
      <PaperSummary paper={listed.paper} />
      {why.length > 0 && <p class="line soft">{i18n.t('paper.shares', [listWords(why)])}</p>}
      <PaperLinks paper={listed.paper} />
      <PaperActions paper={listed.paper} marks={listed.marks} onMarks={onMarks} />
      {openMap && (
        <button
          type="button"
          class="link-button"
          onClick={(event) => openMap(listed.paper.id, event)}
        >
          {i18n.t('map.open')}
        </button>
      )}
      <IgnorePaper line={listed} why={why} />
      <FollowLike paper={listed.paper} />
      {own && <TopicReasonsLines of={{ id: listed.paper.id }} />}
    </div>
  );
}
