import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncStatus } from '../../../lib/answers/sync/sync-answer.ts';
import { useAppContext } from '../../app-context.ts';
import { formatMoment, formatNumber } from '../../format.ts';
import { AsyncContent } from '../../shared/AsyncContent.tsx';
import { FoundTopics } from '../../shared/FoundTopics.tsx';
import { ProblemLine } from '../../shared/ProblemLine.tsx';
import { useAction } from '../../use-action.ts';
import { useAnswer } from '../../use-answer.ts';
import { OptionsSection } from '../OptionsSection.tsx';
import { StopSync } from './StopSync.tsx';
import { TopicsText } from './TopicsText.tsx';

interface Props {
  status: SyncStatus;
  action: ReturnType<typeof useAction>;
  onStatus: (status: SyncStatus) => void;
}

function StartSync({ status: { problem }, action: { doing, run }, onStatus }: Props) {
  const { background } = useAppContext();
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        disabled={problem === 'newer'}
        aria-disabled={doing}
        onClick={() => doing || run(background.startSync({}), onStatus)}
      >
        {i18n.t('copies.turnOn')}
      </button>
    </div>
  );
}

function SyncState(props: Props) {
  const { now } = useAppContext();
  const { on, wroteAt, left, problem, found } = props.status;
  return (
    <>
      {on && (
        <p>
          {wroteAt === null
            ? i18n.t('copies.isOnNew')
            : i18n.t('copies.isOn', [formatMoment(wroteAt, now(), true)])}
        </p>
      )}
      {on && left.topics + left.marks > 0 && (
        <p>{i18n.t('copies.left', [formatNumber(left.topics), formatNumber(left.marks)])}</p>
      )}
      {problem && <p class="problem">{i18n.t(`copies.${problem}`)}</p>}
      {found && <FoundTopics found={found} onState={props.onStatus} />}
      {!found && !on && <StartSync {...props} />}
      {on && <StopSync action={props.action} onStatus={props.onStatus} />}
    </>
  );
}

/** Sync of topics and marks with the user's other devices; off until turned on here. */
export function SyncSection() {
  const { background } = useAppContext();
  const [answer, refetch] = useAnswer(() => background.syncStatus({}), '');
  const [changed, setChanged] = useState<SyncStatus | null>(null);
  const action = useAction();
  const statusLine = useRef<HTMLParagraphElement>(null);
  const change = (status: SyncStatus) => {
    setChanged(status);
    statusLine.current?.focus();
  };
  return (
    <OptionsSection title={i18n.t('copies.title')} name="copies">
      <p class="soft">
        {i18n.t('copies.what')} {i18n.t('copies.holds')} {i18n.t('copies.bounds')}
      </p>
      <p role="status" tabIndex={-1} ref={statusLine}>
        {changed && !changed.on && i18n.t('copies.isOff')}
      </p>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('copies.failed')}
        onRetry={refetch}
      >
        {(status) => <SyncState status={changed ?? status} action={action} onStatus={change} />}
      </AsyncContent>
      <ProblemLine class="problem" text={action.problem} />
      <p class="soft">{i18n.t('copies.separate')}</p>
      <TopicsText />
    </OptionsSection>
  );
}
