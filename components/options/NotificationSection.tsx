import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NotificationStatus } from '../../lib/topics/notification-schedule.ts';
import { useAppContext } from '../app-context.ts';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** Asks the browser for notifications. Browsers show the question only during a user gesture. */
export type RequestNotificationPermission = () => Promise<boolean>;

/** `18:30` for minute 1110 of the day. */
const formatMinute = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function parseMinute(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? null
    : hours * 60 + minutes;
}

interface Props {
  status: NotificationStatus;
  askToNotify: RequestNotificationPermission;
  onStatus: (status: NotificationStatus) => void;
}

function useNotificationSwitch({ status: { on, minute }, askToNotify, onStatus }: Props) {
  const { background } = useAppContext();
  const { problem, run, setProblem } = useAction();
  const [time, setTime] = useState(formatMinute(minute));
  const [result, setResult] = useState('');
  const isChanged = ![null, minute].includes(parseMinute(time));
  const set = async (turnOn: boolean): Promise<NotificationStatus | null> => {
    const isGranted = turnOn && !on ? await askToNotify() : true;
    if (!isGranted) return null;
    return background.setNotifications({ on: turnOn, minute: parseMinute(time) ?? minute });
  };
  const turn = (turnOn: boolean) =>
    run(set(turnOn), (status) => {
      if (status === null) return setProblem(i18n.t('notice.refused'));
      setResult(i18n.t(turnOn ? 'notice.state' : 'notice.isOff'));
      onStatus(status);
    });
  return { time, setTime, isChanged, turn, result, problem };
}

function NotificationSwitch(props: Props) {
  const { on } = props.status;
  const { time, setTime, isChanged, turn, result, problem } = useNotificationSwitch(props);
  const id = useUniqueId();
  return (
    <>
      <p role="status" class={result === '' && on ? undefined : 'soft'}>
        {result || (on && i18n.t('notice.state'))}
      </p>
      <div class="add-line">
        <label for={id}>{i18n.t('notice.at')}</label>
        <input
          type="time"
          id={id}
          value={time}
          required
          onInput={(event) => setTime(event.currentTarget.value)}
        />
        {on ? (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={!isChanged}
              onClick={() => isChanged && turn(true)}
            >
              {i18n.t('notice.change')}
            </button>
            <button type="button" class="button" onClick={() => turn(false)}>
              {i18n.t('notice.turnOff')}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={() => turn(true)}>
            {i18n.t('notice.turnOn')}
          </button>
        )}
      </div>
      <ProblemLine class="problem" text={problem} />
    </>
  );
}

/** The daily notification; nothing until it is offered, once the first topic is a week old. */
export function NotificationSection({ askToNotify }: Pick<Props, 'askToNotify'>) {
  const { background } = useAppContext();
  const [answer] = useAnswer(() => background.notificationStatus({}), '');
  const [changed, setChanged] = useState<NotificationStatus | null>(null);
  const status = changed ?? answer.value;
  if (!answer.failure && !(status?.offered || status?.on)) return null;
  return (
    <OptionsSection title={i18n.t('notice.title')} name="notices">
      {status && !answer.failure ? (
        <>
          <p class="soft">{i18n.t('notice.hint')}</p>
          <NotificationSwitch status={status} askToNotify={askToNotify} onStatus={setChanged} />
        </>
      ) : (
        <ProblemLine class="problem" text={i18n.t('notice.failed')} />
      )}
    </OptionsSection>
  );
}
