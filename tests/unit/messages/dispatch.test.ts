import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { FailureError } from '../../../lib/failure/failure.ts';
import { type CallName, calls, type Handlers } from '../../../lib/messages/contract.ts';
import { dispatch, envelopeOf } from '../../../lib/messages/dispatch.ts';
import { repeatableCalls } from '../../../lib/messages/repeatable-calls.ts';

const caller = { tabId: 7, private: false };
const handlersWith = (over: Partial<Handlers>): Handlers =>
  new Proxy(over as Handlers, {
    get: (known, name) => known[name as CallName] ?? vi.fn(async () => null),
  });

describe('envelopeOf', () => {
  it.each([
    [{ kindred: 'status', request: {} }, true],
    [{ kindred: 'status' }, true],
    [{ kindred: 'toString', request: {} }, false],
    [{ kindred: '__proto__' }, false],
    [{ other: 'status' }, false],
    ['status', false],
    [null, false],
    [undefined, false],
  ])('%j', (message, own) => {
    expect(envelopeOf(message) !== null).toBe(own);
  });
});

describe('dispatch', () => {
  const ownPagesOnly = (Object.keys(calls) as CallName[]).filter(
    (name) => calls[name].from === 'extension',
  );

  it.each(ownPagesOnly)('%s rejects a content script', async (name) => {
    const handler = vi.fn();
    const reply = await dispatch(
      handlersWith({ [name]: handler }),
      { kindred: name, request: {} },
      'page',
      caller,
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('never lets a page edit or delete a topic', () => {
    for (const name of ['editTopic', 'unfollow', 'restoreTopic', 'deleteEverything'] as const) {
      expect(calls[name].from).toBe('extension');
    }
  });

  it('passes the validated request and the caller to the handler', async () => {
    const follow = vi.fn(async () => null as never);
    const request = { name: 'Tokens', query: 'token', extra: 'left out' };
    await dispatch(handlersWith({ follow }), { kindred: 'follow', request }, 'page', caller);
    expect(follow).toHaveBeenCalledWith({ name: 'Tokens', query: 'token' }, caller);
  });

  it.each([
    ['missing field', 'follow', { name: 'x' }],
    ['too long', 'previewTopic', { query: 'x'.repeat(501) }],
    ['wrong type', 'markRead', { ids: 'all', read: true }],
    ['fraction', 'search', { query: '', offset: 0.5, limit: 5, sort: 'relevance' }],
  ])('a malformed request is data, not a throw: %s', async (_, name, request) => {
    const reply = await dispatch(
      handlersWith({}),
      { kindred: name as CallName, request },
      'extension',
      caller,
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('turns an error of a handler into a sentence', async () => {
    const status = () => Promise.reject(new TypeError('boom'));
    const reply = await dispatch(
      handlersWith({ status }),
      { kindred: 'status', request: {} },
      'page',
      caller,
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    const failure = new FailureError({ code: 'offline', message: 'Away.' });
    const refused = await dispatch(
      handlersWith({ status: () => Promise.reject(failure) }),
      { kindred: 'status', request: {} },
      'page',
      caller,
    );
    expect(refused).toEqual({ ok: false, error: { code: 'offline', message: 'Away.' } });
  });

  it('lists exactly the repeatable calls of the contract', () => {
    const repeatable = (Object.keys(calls) as CallName[]).filter((name) => calls[name].repeatable);
    expect([...repeatableCalls].sort()).toEqual(repeatable.sort());
    expect(repeatable.filter((name) => calls[name].changes.length > 0)).toEqual([]);
  });

  it('has an object schema for every request, so that unknown fields never reach a handler', () => {
    for (const name of Object.keys(calls) as CallName[]) {
      expect(v.safeParse(calls[name].request, 'text').success).toBe(false);
    }
  });
});
