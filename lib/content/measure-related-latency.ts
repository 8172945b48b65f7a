import type { Background } from '../messages/contract.ts';

/** Runs once the frame that is being prepared was painted. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = run;
    channel.port2.postMessage(null);
  });
}

/**
 * The background for builds that are measured: the page's own timeline is told how long it took from
 * an answer about related papers to the panel that shows it.
 */
export function measureRelatedLatency(background: Background): Background {
  return new Proxy(background, {
    get(target, name) {
      const call = target[name as keyof Background];
      if (name !== 'related') return call;
      return async (request: never) => {
        const answer = await (call as (request: never) => Promise<unknown>)(request);
        const start = performance.now();
        afterPaint(() => performance.measure('kindred-painted', { start }));
        return answer;
      };
    },
  });
}
