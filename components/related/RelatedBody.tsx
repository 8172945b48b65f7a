import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { RelatedAnswer } from '../../lib/answers/related/related-answer.ts';
import { MuteContext } from '../mutes/mute-context.ts';
import { useMutes } from '../mutes/use-mutes.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { DigestNotice } from '../shared/DigestNotice.tsx';
import { Follow } from '../topic/Follow.tsx';
import { ListingStatusLine } from './ListingStatusLine.tsx';
import { MuteTerms } from './MuteTerms.tsx';
import { NoText } from './NoText.tsx';
import { NothingClose } from './NothingClose.tsx';
import { RejectedPaper } from './RejectedPaper.tsx';
import { SavePage } from './SavePage.tsx';
import { noFilters, type PanelFilters, type Related } from './use-related.ts';

/** Which papers the user's filters leave out. */
function filteredBy({ onlyNewer, onlyLastYear, onlyUpvoted, onlyDaily }: PanelFilters) {
  if (onlyLastYear || onlyUpvoted || onlyDaily) return 'some';
  return onlyNewer ? 'older' : null;
}

function Outcome({ related, value }: { related: Related; value: RelatedAnswer }) {
  const { answer, again, filters, setFilters, paper, rejected, reject } = related;
  if (rejected) return <RejectedPaper onUndo={() => reject(false)} />;
  if (value.outcome.state === 'related')
    return (
      <PaperList
        label={i18n.t('related.list')}
        lines={value.outcome.entries}
        busy={answer.state === 'waiting'}
      />
    );
  if (value.outcome.state === 'no-text') return <NoText paper={paper} onFound={again} />;
  return (
    <NothingClose
      status={value.status}
      filtered={filteredBy(filters)}
      onShowAll={() => setFilters(noFilters)}
    />
  );
}

interface Props {
  related: Related;
  /** Off where the view shows the digest's status elsewhere. */
  showsStatus: boolean;
  /** What the user opened below the list. */
  children?: ComponentChildren;
}

/** The related papers of one paper in every state they can be in. */
export function RelatedBody({ related, showsStatus, children }: Props) {
  const { answer, again, mute, rejected } = related;
  const where = i18n.t('ignore.everywhere');
  const mutes = useMutes({ where, set: (rule, isMuted) => mute(rule, true, isMuted) });
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('related.waiting')}
      failedWords={i18n.t('related.failed')}
      onRetry={again}
    >
      {(value) => (
        <>
          <MuteContext.Provider value={{ where, wordsOf: (_, why) => why, mute: mutes.mute }}>
            <Outcome related={related} value={value} />
          </MuteContext.Provider>
          {mutes.line}
          {related.isMuting && (
            <MuteTerms related={related} onClose={() => related.setMuting(false)} />
          )}
          {children}
          <div class="about">
            {!rejected && <ListingStatusLine listed={value.listed} />}
            {showsStatus && <DigestNotice status={value.status} onStatus={again} />}
            {value.outcome.state !== 'no-text' && !rejected && <Follow terms={value.sharedTerms} />}
            {!rejected && <SavePage paper={related.paper} />}
          </div>
        </>
      )}
    </AsyncContent>
  );
}
