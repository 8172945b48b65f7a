/** The calls about notifications and copying. */
import {
  type CopyingSources,
  copyNotNow,
  copyState,
  startCopying,
  stopCopying,
  topicsText,
} from '../../answers/sync/sync-status.ts';
import { mayNotify } from '../../extension/notification-permission.ts';
import { FailureError } from '../../failure/failure.ts';
import { type NoticeSources, tellNews } from '../../jobs/daily-notification.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { TellingAnswers } from '../../messages/sync-and-notification-calls.ts';
import { type NoticeState, offersNotices, turnedOn } from '../../topics/notification-schedule.ts';
import { noticeSources } from '../notifications.ts';
import type { Ports } from '../ports.ts';
import { refusePrivate } from '../refuse-private.ts';
import type { Copier } from '../sync-scheduler.ts';

async function noticeState({ authored }: NoticeSources): Promise<NoticeState> {
  const [{ on, minute, asked = false }, topics] = await Promise.all([
    authored.get('notices'),
    authored.get('topics'),
  ]);
  const isAllowed = on && (await mayNotify());
  const offered = offersNotices(topics, new Date().toISOString());
  return { on: isAllowed, minute, offered, asked };
}

export function tellingHandlers(
  ports: Ports,
  copier: Copier,
): Pick<Handlers, keyof TellingAnswers> {
  const { authored } = ports;
  const copying: CopyingSources = { ...copier.sources, authored, exchange: copier.exchange };
  const notices = noticeSources(ports);
  return {
    copyState: () => copyState(copying),

    async startCopying(_, caller) {
      refusePrivate(caller);
      return startCopying(copying);
    },

    async stopCopying(request, caller) {
      refusePrivate(caller);
      return stopCopying(request, copying);
    },

    async copyNotNow(_, caller) {
      refusePrivate(caller);
      await copyNotNow(copying);
      return null;
    },

    topicsText: () => topicsText(copying),

    noticeState: () => noticeState(notices),

    async setNotices({ on, minute }, caller) {
      refusePrivate(caller);
      if (on && !(await mayNotify())) {
        throw new FailureError({
          code: 'not-allowed',
          message:
            'The browser does not let Kindred show notifications, so none are turned on. New papers still count on the icon.',
        });
      }
      await authored.update('notices', (known) => ({
        ...(on ? turnedOn(known, minute, new Date()) : { ...known, on, minute }),
        asked: true,
      }));
      await tellNews(notices);
      return noticeState(notices);
    },
  };
}
