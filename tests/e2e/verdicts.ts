import { getDetectionMessage } from '../../lib/messages/get-detection-message.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { Session } from './session.ts';

/**
 * What Kindred takes the page at an address for, waited for. A panel comes after the verdict: that
 * there is none says nothing before it.
 */
export function verdictOn(session: Session, url: string): Promise<Detection['kind']> {
  return until(`a verdict on ${url}`, async () => {
    const asked = { tabId: await tabIdOf(session.browser, url), question: getDetectionMessage };
    const verdict = await session.browser.inExtension(
      (api, { tabId, question }) => api.tabs.sendMessage(tabId, question),
      asked,
    );
    return (verdict as Detection | null)?.kind;
  });
}
