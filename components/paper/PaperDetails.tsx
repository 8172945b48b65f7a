import { i18n } from '#i18n';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import { useAppContext } from '../app-context.ts';
import { formatList } from '../format.ts';
import { MutePaper } from '../mutes/MutePaper.tsx';
import { FollowExamples } from '../topic/FollowExamples.tsx';
import { TopicReasonsLines } from '../topic/TopicReasonsLines.tsx';
import { PaperActions } from './PaperActions.tsx';
import { PaperLinks } from './PaperLinks.tsx';
import { PaperSummary } from './PaperSummary.tsx';
import { useOpenMap } from './use-open-map.ts';

interface Props {
  listed: MarkedPaper;
  why: string[];
  id: string;
  onMarks?: (marks: Partial<Marks>) => void;
}

/** An opened line: summary, shared terms, links and actions. */
export function PaperDetails({ listed, why, id, onMarks }: Props) {
  // Topics are shown on Kindred's own pages only, and those open links themselves.
  const isOwnView = useAppContext().open !== null;
  const openMap = useOpenMap();
  return (
    <div class="details" id={id}>
      <PaperSummary paper={listed.paper} />
      {why.length > 0 && <p class="line soft">{i18n.t('paper.shares', [formatList(why)])}</p>}
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
      <MutePaper line={listed} why={why} />
      <FollowExamples paper={listed.paper} />
      {isOwnView && <TopicReasonsLines of={{ id: listed.paper.id }} />}
    </div>
  );
}
