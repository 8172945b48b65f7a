import { i18n } from '#i18n';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { formatDate, formatNumber } from '../format.ts';

/** `▲33`, announced as "33 upvotes". */
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
  /** Published after the page's paper. */
  newer?: boolean | undefined;
  /** The list is of saved papers: shows whether it is unread instead of saved. */
  kept?: boolean | undefined;
}

/** Date, upvotes, tags and marks of a paper, in one line. */
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
