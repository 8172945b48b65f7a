import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/contract.ts';
import { dispatch, envelopeOf } from '../messages/dispatch.ts';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Kindred's own pages have the extension's origin as address; content scripts have the page's. */
function senderKind(sender: Sender): 'page' | 'extension' {
  const own = new URL(browser.runtime.getURL('' as never));
  if (sender.url === undefined) return 'page';
  const { protocol, host } = new URL(sender.url);
  return protocol === own.protocol && host === own.host ? 'extension' : 'page';
}

/**
 * Answers every call with its handler. Must run synchronously at the start of the background, so that
 * a message that wakes the worker finds its listener.
 */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse) => {
    const envelope = envelopeOf(message);
    if (envelope === null || sender.id !== browser.runtime.id) return undefined;
    const caller = {
      tabId: sender.tab?.id ?? null,
      private: envelope.private === true || (sender.tab?.incognito ?? false),
    };
    void dispatch(handlers, envelope, senderKind(sender), caller).then(sendResponse);
    return true;
  });
}
