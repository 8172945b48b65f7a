import { i18n } from '#i18n';
import type { Listed } from '../../lib/answers/related/related-answer.ts';
import { useSurroundings } from '../app-context.ts';
import { dateWords, momentWords } from '../format.ts';
import { Upvotes } from '../shared/PaperFacts.tsx';

function words(listed: Listed, now: Date): string {
  if (listed.state === 'listed')
    return listed.day
      ? i18n.t('listed.dayUpvotes', [dateWords(listed.day)])
      : i18n.t('listed.plain');
  if (listed.state === 'not-listed')
    return i18n.t('listed.notListed', [momentWords(listed.checked, now, true)]);
  return listed.since
    ? i18n.t('listed.unknownSince', [dateWords(listed.since)])
    : i18n.t('listed.unknown');
}

/** Whether the page's paper is in Daily Papers: three truths, three sentences. */
export function ListedLine({ listed }: { listed: Listed }) {
  const { now } = useSurroundings();
  return (
    <p class="line soft">
      {words(listed, now())}
      {listed.state === 'listed' && listed.upvotes !== null && (
        <>
          {' · '}
          <Upvotes count={listed.upvotes} />
        </>
      )}
    </p>
  );
}
