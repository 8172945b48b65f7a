import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { RelatedAnswer } from '../../lib/answers/related/related-answer.ts';
import { MuteContext } from '../mutes/mute-context.ts';
import { useMutes } from '../mutes/use-mutes.tsx';
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

/** Which papers the user's conditions leave out. */
function leftOut({ onlyNewer, onlyLastYear, onlyUpvoted, onlyDaily }: PanelFilters) {
  if (onlyLastYear || onlyUpvoted || onlyDaily) return 'some';
  return onlyNewer ? 'older' : null;
}

function Outcome({ related, value }: { related: Related; value: RelatedAnswer }) {
  const { answer, again, wishes, wish, paper, refused, refuse } = related;
  if (refused) return <RejectedPaper onTakeBack={() => refuse(false)} />;
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
    <NothingClose status={value.status} left={leftOut(wishes)} onShowAll={() => wish(noFilters)} />
  );
}

interface Props {
  related: Related;
  ignoring: boolean;
  /** Says how far the digest is; off where that stands elsewhere on the screen. */
  notice: boolean;
  onIgnored: () => void;
  /** What the user has asked to see beside the list. */
  children?: ComponentChildren;
}

/** The related papers of one paper in every state they can be in. */
export function RelatedBody({ related, notice, onIgnored, children, ...props }: Props) {
  const { answer, again, ignore } = related;
  const where = i18n.t('ignore.everywhere');
  const ignoring = useMutes({
    where,
    set: (thing, ignored) => ignore(thing, true, ignored),
  });
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('related.waiting')}
      failedWords={i18n.t('related.failed')}
      onRetry={again}
    >
      {(value) => (
        <>
          <MuteContext.Provider
            value={{ where, wordsOf: (_, why) => why, ignore: ignoring.ignore }}
          >
            <Outcome related={related} value={value} />
          </MuteContext.Provider>
          {ignoring.line}
          {props.ignoring && <MuteTerms related={related} onDone={onIgnored} />}
          {children}
          <div class="about">
            {!related.refused && <ListingStatusLine listed={value.listed} />}
            {notice && <DigestNotice status={value.status} onStatus={again} />}
            {value.outcome.state !== 'no-text' && !related.refused && (
              <Follow terms={value.sharedTerms} />
            )}
            {!related.refused && <SavePage paper={related.paper} />}
          </div>
        </>
      )}
    </AsyncContent>
  );
}
