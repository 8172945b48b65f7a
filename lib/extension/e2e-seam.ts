/**
 * Everything in which a build made with `--mode e2e` differs from a release. Bundlers replace `MODE` by
 * its value, so a release contains none of it.
 */
import type { Background } from '../messages/contract.ts';

export const isE2e = import.meta.env.MODE === 'e2e';

/** Attaches a shadow root that pages cannot enter, but tests can. */
export function attachShadowRoot(host: HTMLElement): ShadowRoot {
  return host.attachShadow({ mode: isE2e ? 'open' : 'closed' });
}

/** Tests open the popup and side panel as tabs, and name the tab in front in their URL. */
export function frontTabOfTest(): number | null {
  if (!isE2e) return null;
  const id = new URLSearchParams(location.search).get('tabId');
  return id === null ? null : Number(id);
}

/** Writes how long something took into the page's performance timeline. */
export function measure(name: string, start: number): void {
  if (isE2e) performance.measure(name, { start });
}

/** Runs once the next frame is painted. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = run;
    channel.port2.postMessage(null);
  });
}

/** Measures the time from an answer about related papers to the panel that shows it. */
export function measureRelated(background: Background): Background {
  if (!isE2e) return background;
  return new Proxy(background, {
    get(target, name) {
      const call = target[name as keyof Background];
      if (name !== 'related') return call;
      return async (request: never) => {
        const answer = await (call as (request: never) => Promise<unknown>)(request);
        const start = performance.now();
        afterPaint(() => measure('kindred-painted', start));
        return answer;
      };
    },
  });
}
