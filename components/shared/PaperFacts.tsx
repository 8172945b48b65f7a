import { i18n } from '#i18n';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { formatDate, formatNumber } from '../format.ts';

/** `▲33`, said as "33 upvotes". */
export function Upvotes({ count }: { count: number }) {
  return (
    <span class="fact">
      <span aria-hidden="true" class="upvotes">
        {`▲${formatNumber(count)}`}
      </span>
      <span class="unseen">{i18n.t('paper.upvotes', count, [formatNumber(count)])}</span>
    </span>
  );
}

interface Props {
  paper: Paper;
  marks: Marks;
  /** Postdates the page's paper. */
  newer?: boolean | undefined;
  /** It stands among saved papers: said is whether it is read. */
  kept?: boolean | undefined;
}

/** What is known at a glance: date, upvotes, newer than the page's paper, and the user's marks. */
export function PaperFacts({ paper, marks, newer = false, kept = false }: Props) {
  return (
    <span class="facts">
      {paper.published && <time dateTime={paper.published}>{formatDate(paper.published)}</time>}
      {paper.sources.join() === 'arxiv' && <span class="tag">{i18n.t('paper.arxivOnly')}</span>}
      {paper.upvotes !== null && <Upvotes count={paper.upvotes} />}
      {newer && <span class="tag">{i18n.t('related.newer')}</span>}
      {marks.saved && !kept && <span>{i18n.t('paper.saved')}</span>}
      {kept && !marks.read && <span>{i18n.t('paper.unread')}</span>}
      {marks.read && <span>{i18n.t('paper.read')}</span>}
      {paper.withdrawn && <span class="tag tag-warn">{i18n.t('paper.withdrawn')}</span>}
    </span>
  );
}
