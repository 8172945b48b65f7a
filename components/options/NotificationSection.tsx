import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NotificationStatus } from '../../lib/topics/notification-schedule.ts';
import { useAppContext } from '../app-context.ts';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** Asks the browser for notifications; must be called in the click itself. */
export type RequestNotificationPermission = () => Promise<boolean>;

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? null
    : hours * 60 + minutes;
}

interface Props {
  state: NotificationStatus;
  askToNotify: RequestNotificationPermission;
  onState: (state: NotificationStatus) => void;
}

function Notices({ state: { on, minute }, askToNotify, onState }: Props) {
  const { background } = useAppContext();
  const { problem, run, setProblem } = useAction();
  const [time, setTime] = useState(clock(minute));
  const [said, setSaid] = useState('');
  const id = useUniqueId();
  const changed = ![null, minute].includes(minuteOf(time));
  const set = async (wanted: boolean): Promise<NotificationStatus | null> => {
    const asked = wanted && !on ? await askToNotify() : true;
    if (!asked) return null;
    return background.setNotifications({ on: wanted, minute: minuteOf(time) ?? minute });
  };
  const turn = (wanted: boolean) =>
    run(set(wanted), (state) => {
      if (state === null) return setProblem(i18n.t('notice.refused'));
      setSaid(i18n.t(wanted ? 'notice.state' : 'notice.isOff'));
      onState(state);
    });
  return (
    <>
      <p role="status" class={said === '' && on ? undefined : 'soft'}>
        {said || (on && i18n.t('notice.state'))}
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
              aria-disabled={!changed}
              onClick={() => changed && turn(true)}
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
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** A notification a day: offered once the first topic is a week old. */
export function NotificationSection({
  askToNotify,
}: {
  askToNotify: RequestNotificationPermission;
}) {
  const { background } = useAppContext();
  const [answer] = useAnswer(() => background.notificationStatus({}), '');
  const [after, setAfter] = useState<NotificationStatus | null>(null);
  const state = after ?? answer.value;
  if (answer.failure)
    return (
      <OptionsSection title={i18n.t('notice.title')} name="notices">
        <p class="problem" role="alert">
          {i18n.t('notice.failed')}
        </p>
      </OptionsSection>
    );
  if (!state || !(state.offered || state.on)) return null;
  return (
    <OptionsSection title={i18n.t('notice.title')} name="notices">
      <p class="soft">{i18n.t('notice.hint')}</p>
      <Notices state={state} askToNotify={askToNotify} onState={setAfter} />
    </OptionsSection>
  );
}
