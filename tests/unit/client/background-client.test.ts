import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { serve } from '../../../lib/background/serve.ts';
import { askFromPrivateWindow, background } from '../../../lib/client/background-client.ts';
import type { Caller, Handlers } from '../../../lib/messages/contract.ts';

const send = vi.spyOn(browser.runtime, 'sendMessage');
const answer = (value: unknown) => Promise.resolve({ ok: true, value }) as never;

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset();
});
afterEach(() => vi.useRealTimers());

describe('a call', () => {
  it('gives the answer, or throws the sentence', async () => {
    send.mockReturnValueOnce(answer(3));
    expect(await background.topics({})).toBe(3);
    send.mockResolvedValueOnce({
      ok: false,
      error: { code: 'storage', message: 'Full.' },
    } as never);
    await expect(background.topics({})).rejects.toThrow('Full.');
  });

  it.each([
    ['the background was stopped', () => Promise.reject(new Error('channel closed')) as never],
    ['nobody answers', () => Promise.resolve(undefined) as never],
  ])('that reads is asked again where %s', async (_, first) => {
    send.mockImplementationOnce(first).mockReturnValueOnce(answer('second'));
    expect(await background.status({})).toBe('second');
  });

  it('that reads does not wait forever', async () => {
    send.mockReturnValueOnce(new Promise(() => undefined) as never);
    send.mockReturnValueOnce(answer('second'));
    const asked = background.previewTopic({ query: 'x' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toBe('second');
  });

  it('that changes something is sent once, even if it fails', async () => {
    send.mockResolvedValue(undefined as never);
    await expect(background.follow({ name: 'x', query: 'x' })).rejects.toThrow('did not answer');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('from a view without a tab says that its window is private, and is believed', async () => {
    const heard: Caller[] = [];
    const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
    serve({
      topics: async (_: unknown, caller: Caller) => {
        heard.push(caller);
        return [];
      },
    } as unknown as Handlers);
    const [listener] = listen.mock.lastCall ?? [];
    const url = browser.runtime.getURL('/popup.html' as never);
    const hear = (incognito?: boolean) =>
      new Promise((resolve) => {
        const tab = incognito === undefined ? {} : { tab: { id: 7, incognito } };
        const sender = { id: browser.runtime.id, url, ...tab };
        listener?.(send.mock.lastCall?.[0], sender as never, resolve);
      });
    send.mockImplementation((() => answer([])) as never);
    await background.topics({});
    await hear();
    await hear(true);
    askFromPrivateWindow(true);
    await background.topics({});
    await hear();
    await hear(false);
    askFromPrivateWindow(false);
    await background.topics({});
    await hear(false);
    expect(heard.map((caller) => caller.private)).toEqual([false, true, true, true, false]);
  });
});
