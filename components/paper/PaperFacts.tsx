import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { dateWords, numberWords } from '../dates.ts';

/** `▲33`, said as "33 upvotes". */
export function Upvotes({ count }: { count: number }) {
  return (
    <span class="fact">
      <span aria-hidden="true" class="upvotes">
        {`▲${numberWords(count)}`}
      </span>
      <span class="unseen">{i18n.t('paper.upvotes', count, [numberWords(count)])}</span>
    </span>
  );
}

/** What is known at a glance: date, upvotes, and whether it postdates the page's paper. */
export function PaperFacts({ paper, newer = false }: { paper: Paper; newer?: boolean }) {
  return (
    <span class="facts">
      {paper.published && <time dateTime={paper.published}>{dateWords(paper.published)}</time>}
      {paper.upvotes !== null && <Upvotes count={paper.upvotes} />}
      {newer && <span class="tag">{i18n.t('related.newer')}</span>}
      {paper.withdrawn && <span class="tag tag-warn">{i18n.t('paper.withdrawn')}</span>}
    </span>
  );
}
