import { i18n } from '#i18n';
import type { ListingStatus } from '../../lib/answers/related/related-answer.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate, formatMoment } from '../format.ts';
import { Upvotes } from '../shared/PaperFacts.tsx';

function formatStatus(listed: ListingStatus, now: Date): string {
  if (listed.state === 'listed')
    return listed.day
      ? i18n.t('listed.dayUpvotes', [formatDate(listed.day)])
      : i18n.t('listed.plain');
  if (listed.state === 'not-listed')
    return i18n.t('listed.notListed', [formatMoment(listed.checked, now, true)]);
  return listed.since
    ? i18n.t('listed.unknownSince', [formatDate(listed.since)])
    : i18n.t('listed.unknown');
}

/** Whether the page's paper is in Daily Papers: yes, no, or unknown. */
export function ListingStatusLine({ listed }: { listed: ListingStatus }) {
  const { now } = useAppContext();
  return (
    <p class="line soft">
      {formatStatus(listed, now())}
      {listed.state === 'listed' && listed.upvotes !== null && (
        <>
          {' · '}
          <Upvotes count={listed.upvotes} />
        </>
      )}
    </p>
  );
}
