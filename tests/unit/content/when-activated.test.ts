import { expect, it, vi } from 'vitest';
import { onceActivated } from '../../../lib/content/visibility.ts';

function prepared(prerendering: boolean | undefined) {
  const events = new EventTarget();
  const document = Object.assign(events, prerendering === undefined ? {} : { prerendering });
  return { events, document: document as unknown as Document };
}

it.each([undefined, false])('runs at once in a page that is shown (prerendering: %s)', (state) => {
  const run = vi.fn();
  onceActivated(prepared(state).document, run);
  expect(run).toHaveBeenCalledTimes(1);
});

it('waits in a page that the browser only prepares, and runs once when the user comes', () => {
  const { document, events } = prepared(true);
  const run = vi.fn();
  onceActivated(document, run);
  events.dispatchEvent(new Event('visibilitychange'));
  expect(run).not.toHaveBeenCalled();
  events.dispatchEvent(new Event('prerenderingchange'));
  events.dispatchEvent(new Event('prerenderingchange'));
  expect(run).toHaveBeenCalledTimes(1);
});
