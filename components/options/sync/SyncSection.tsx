import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncStatus } from '../../../lib/answers/sync/sync-answer.ts';
import { useAppContext } from '../../app-context.ts';
import { formatMoment, formatNumber } from '../../format.ts';
import { AsyncContent } from '../../shared/AsyncContent.tsx';
import { FoundTopics } from '../../shared/FoundTopics.tsx';
import { useAction } from '../../use-action.ts';
import { useAnswer } from '../../use-answer.ts';
import { OptionsSection } from '../OptionsSection.tsx';
import { TopicsText } from './TopicsText.tsx';

type Doing = ReturnType<typeof useAction>;

interface StateProps {
  state: SyncStatus;
  doing: Doing;
  onState: (state: SyncStatus) => void;
}

function StopCopying({ doing: { run, doing }, onState }: Omit<StateProps, 'state'>) {
  const { background } = useAppContext();
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const stop = (deleteCopy: boolean) => doing || run(background.stopSync({ deleteCopy }), onState);
  if (!asking)
    return (
      <div class="actions">
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {i18n.t('copies.turnOff')}
        </button>
      </div>
    );
  return (
    <div class="form">
      <p tabIndex={-1} ref={question}>
        {i18n.t('copies.stopAsk')}
      </p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={doing} onClick={() => stop(false)}>
          {i18n.t('copies.stopLeave')}
        </button>
        <button
          type="button"
          class="button danger"
          aria-disabled={doing}
          onClick={() => stop(true)}
        >
          {i18n.t('copies.stopDelete')}
        </button>
        <button type="button" class="button" onClick={() => setAsking(false)}>
          {i18n.t('options.cancel')}
        </button>
      </div>
    </div>
  );
}

function Copying({ state, doing, onState }: StateProps) {
  const { background, now } = useAppContext();
  const { on, wroteAt, left, problem, found } = state;
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
      {found ? (
        <FoundTopics found={found} onState={onState} />
      ) : (
        !on && (
          <div class="actions">
            <button
              type="button"
              class="button"
              disabled={problem === 'newer'}
              aria-disabled={doing.doing}
              onClick={() => doing.doing || doing.run(background.startSync({}), onState)}
            >
              {i18n.t('copies.turnOn')}
            </button>
          </div>
        )
      )}
      {on && <StopCopying doing={doing} onState={onState} />}
    </>
  );
}

/** Topics and marks on the user's other devices: off until turned on here. */
export function SyncSection() {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(() => background.syncStatus({}), '');
  const [after, setAfter] = useState<SyncStatus | null>(null);
  const doing = useAction();
  const status = useRef<HTMLParagraphElement>(null);
  const changed = (state: SyncStatus) => {
    setAfter(state);
    status.current?.focus();
  };
  return (
    <OptionsSection title={i18n.t('copies.title')} name="copies">
      <p class="soft">
        {i18n.t('copies.what')} {i18n.t('copies.holds')} {i18n.t('copies.bounds')}
      </p>
      <p role="status" tabIndex={-1} ref={status}>
        {after && !after.on && i18n.t('copies.isOff')}
      </p>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('copies.failed')}
        onRetry={again}
      >
        {(state) => <Copying state={after ?? state} doing={doing} onState={changed} />}
      </AsyncContent>
      {doing.problem && (
        <p class="problem" role="alert">
          {doing.problem}
        </p>
      )}
      <p class="soft">{i18n.t('copies.separate')}</p>
      <TopicsText />
    </OptionsSection>
  );
}
