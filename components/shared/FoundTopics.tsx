import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncStatus } from '../../lib/answers/sync/sync-answer.ts';
import { useAppContext } from '../app-context.ts';
import { formatList, formatNumber } from '../format.ts';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';
import { UndoLine } from './UndoLine.tsx';

interface Props {
  found: NonNullable<SyncStatus['found']>;
  onState: (state: SyncStatus) => void;
  /** Absent where they are shown whenever there are any. */
  onNotNow?: () => void;
}

/** Topics that another device has put into the browser's account, before anything is merged. */
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
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={doing}
          onClick={() => doing || run(background.startSync({}), onState)}
        >
          {i18n.t('copies.use')}
        </button>
        {onNotNow && (
          <button
            type="button"
            class="button"
            onClick={() => run(background.dismissSyncOffer({}), onNotNow)}
          >
            {i18n.t('copies.notNow')}
          </button>
        )}
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The same where nobody asked for it: until the user says "not now". */
export function OfferedTopics({ onDone }: { onDone: () => void }) {
  const { background } = useAppContext();
  const [{ value: state }] = useAnswer(() => background.syncStatus({}), '');
  const [said, setSaid] = useState<'came' | 'not now' | null>(null);
  if (said === 'came') return <UndoLine words={i18n.t('copies.came')} takesFocus />;
  if (said !== null || !state?.found || state.notNow) return null;
  return (
    <FoundTopics
      found={state.found}
      onState={() => {
        setSaid('came');
        onDone();
      }}
      onNotNow={() => setSaid('not now')}
    />
  );
}
