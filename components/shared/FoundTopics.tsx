import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncStatus } from '../../lib/answers/sync/sync-answer.ts';
import { useAppContext } from '../app-context.ts';
import { formatList, formatNumber } from '../format.ts';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';
import { OfferButtons } from './OfferButtons.tsx';
import { UndoLine } from './UndoLine.tsx';

interface Props {
  found: NonNullable<SyncStatus['found']>;
  onState: (state: SyncStatus) => void;
  /** Absent where they are shown whenever there are any. */
  onNotNow?: () => void;
}

/** Topics that another device has synced, offered before anything is merged. */
export function FoundTopics({ found, onState, onNotNow }: Props) {
  const { background } = useAppContext();
  const { problem, doing, run } = useAction();
  const more = found.topics - found.names.length;
  return (
    <div class="form hint">
      <p>{i18n.t('copies.found', found.topics, [formatNumber(found.topics)])}</p>
      <p class="soft">
        {formatList(found.names)}
        {more > 0 && ` … +${formatNumber(more)}`}
      </p>
      <p class="soft">
        {i18n.t('copies.useHint')} {onNotNow && i18n.t('copies.holds')}
      </p>
      <OfferButtons
        accept={{
          words: i18n.t('copies.use'),
          onChoose: () => run(background.startSync({}), onState),
          isPrimary: true,
          isBusy: doing,
        }}
        decline={
          onNotNow && {
            words: i18n.t('copies.notNow'),
            onChoose: () => run(background.dismissSyncOffer({}), onNotNow),
          }
        }
        problem={problem}
      />
    </div>
  );
}

/** The same in views that are opened for something else, until the user dismisses it. */
export function OfferedTopics({ onDone }: { onDone: () => void }) {
  const { background } = useAppContext();
  const [{ value: status }] = useAnswer(() => background.syncStatus({}), '');
  const [choice, setChoice] = useState<'accepted' | 'dismissed' | null>(null);
  if (choice === 'accepted') return <UndoLine words={i18n.t('copies.came')} takesFocus />;
  if (choice !== null || !status?.found || status.notNow) return null;
  return (
    <FoundTopics
      found={status.found}
      onState={() => {
        setChoice('accepted');
        onDone();
      }}
      onNotNow={() => setChoice('dismissed')}
    />
  );
}
