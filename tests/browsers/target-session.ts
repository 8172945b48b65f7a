/** Targets of Chromium that Playwright does not show: workers, and tabs of private windows. */
import type { CDPSession } from 'playwright-core';
import { BrowserPage } from './browser-page.ts';

interface Reply {
  id: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

export interface TargetSession {
  send(method: string, params?: object): Promise<Record<string, unknown>>;
}

/** Speaks to one target through the browser's own session. */
export async function targetSession(
  devTools: CDPSession,
  targetId: string,
): Promise<TargetSession> {
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  devTools.on('Target.receivedMessageFromTarget', (event) => {
    const reply = JSON.parse(event.message) as Reply;
    if (event.sessionId === sessionId) waiting.get(reply.id)?.(reply);
  });
  return {
    async send(method, params = {}) {
      last += 1;
      const id = last;
      const received = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      const message = JSON.stringify({ id, method, params });
      await devTools.send('Target.sendMessageToTarget', { sessionId, message });
      const { result = {}, error } = await received;
      waiting.delete(id);
      if (error) throw new Error(error.message);
      return result;
    },
  };
}

/** A tab that only scripts can inspect: real key presses and clicks are not available here. */
export function pageOf(session: TargetSession): BrowserPage {
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = (await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value?: unknown }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  const no = () => Promise.reject(new Error('A tab of a private window is only looked at.'));
  return new BrowserPage({
    evaluate,
    goto: no,
    reload: no,
    element: no,
    type: no,
    press: no,
    keyDown: no,
    keyUp: no,
    setViewport: no,
    setSystem: no,
    screenshot: no,
    picture: no,
    restPointer: no,
    toFront: no,
    close: no,
  });
}
