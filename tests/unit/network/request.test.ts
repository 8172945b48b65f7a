import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseRateLimit, parseRetryAfter } from '../../../lib/digest/service-limits.ts';
import { arxivSource } from '../../../lib/network/arxiv-source.ts';
import { dailyPapersSource } from '../../../lib/network/daily-papers-source.ts';
import { requestIfChanged, requestText } from '../../../lib/network/request.ts';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}

const hasAccess = async () => true;
const json = { mediaTypes: ['application/json'], hasAccess };
const jsonHead = { 'Content-Type': 'application/json; charset=utf-8' };

describe('requestText', () => {
  it('returns the body and the rate limit', async () => {
    const headers = { ...jsonHead, RateLimit: '"api";r=495;t=23' };
    const url = await serve((_, response) => response.writeHead(200, headers).end('["é"]'));
    expect(await requestText(url, json)).toEqual({
      ok: true,
      body: '["é"]',
      allowance: { remaining: 495, resetMs: 23_000 },
    });
  });

  it('sends no cookies, no referrer, no origin', async () => {
    let sent: Record<string, unknown> = {};
    const url = await serve((request, response) => {
      sent = request.headers;
      response.writeHead(200, jsonHead).end('[]');
    });
    await requestText(url, json);
    expect(sent).not.toHaveProperty('cookie');
    expect(sent).not.toHaveProperty('referer');
  });

  const answers: [string, RequestListener, object][] = [
    [
      'HTML for JSON',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
      { kind: 'not-json', httpStatus: 200 },
    ],
    [
      'no media type',
      (_, response) => response.writeHead(200).end('[]'),
      { kind: 'not-json', httpStatus: 200 },
    ],
    [
      'redirect elsewhere',
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
      { kind: 'refused', httpStatus: 302 },
    ],
    ['404', (_, response) => response.writeHead(404).end(), { kind: 'refused', httpStatus: 404 }],
    ['500', (_, response) => response.writeHead(500).end(), { kind: 'busy', httpStatus: 500 }],
    [
      '429 with the service’s own header',
      (_, response) => response.writeHead(429, { RateLimit: '"api";r=0;t=23' }).end(),
      { kind: 'busy', httpStatus: 429, retryAfterMs: 23_000 },
    ],
    [
      '503 with Retry-After',
      (_, response) => response.writeHead(503, { 'Retry-After': '120' }).end(),
      { kind: 'busy', httpStatus: 503, retryAfterMs: 120_000 },
    ],
    [
      '429 without headers',
      (_, response) => response.writeHead(429).end(),
      { kind: 'busy', httpStatus: 429, retryAfterMs: null },
    ],
    [
      'connection closed',
      (request) => request.socket.destroy(),
      { kind: 'offline', httpStatus: null },
    ],
    [
      'body cut off',
      (_, response) => {
        response.writeHead(200, { ...jsonHead, 'Content-Length': 100 });
        response.write('[1,', () => response.destroy());
      },
      { kind: 'offline', httpStatus: 200 },
    ],
    [
      'body too large',
      (_, response) => response.writeHead(200, jsonHead).end('x'.repeat(2_000)),
      { kind: 'unexpected', httpStatus: 200 },
    ],
    ['no answer in time', () => {}, { kind: 'busy', httpStatus: null }],
    [
      'a slow drip',
      (_, response) => {
        response.writeHead(200, jsonHead);
        response.write('[');
      },
      { kind: 'busy', httpStatus: 200 },
    ],
  ];

  it.each(answers)('%s', async (_, listener, failure) => {
    const url = await serve(listener);
    const rules = { ...json, timeoutMs: 300, maxBytes: 1_000 };
    expect(await requestText(url, rules)).toMatchObject({ ok: false, ...failure });
  });

  it('distinguishes revoked access from being offline', async () => {
    const rules = { ...json, hasAccess: async () => false };
    const answer = await requestText('http://127.0.0.1:1/', rules);
    expect(answer).toMatchObject({ kind: 'no-access' });
  });
});

describe('headers', () => {
  it.each([
    ['"api";r=495;t=23', { remaining: 495, resetMs: 23_000 }],
    ['r=0; t=1', { remaining: 0, resetMs: 1_000 }],
    ['"api";r=495', null],
    ['nonsense', null],
    [null, null],
  ])('RateLimit %j', (header, allowance) => {
    expect(parseRateLimit(header)).toEqual(allowance);
  });

  const now = Date.parse('2026-01-01T00:00:00.000Z');
  it.each([
    ['7', 7_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:01:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('Retry-After %j', (header, wait) => {
    expect(parseRetryAfter(header, now)).toBe(wait);
  });
});

describe('sources', () => {
  const asked: string[] = [];
  const fetchOf = (body: string, type: string) =>
    (async (url: string) => {
      asked.push(url);
      return new Response(body, { headers: { 'Content-Type': type } });
    }) as unknown as typeof fetch;

  it('fetch a page of a day, and reject a body that is not JSON', async () => {
    const good = dailyPapersSource({ hasAccess, fetch: fetchOf('[]', 'application/json') });
    expect(await good.page('2026-01-02', 3)).toEqual({ ok: true, body: [], allowance: null });
    expect(asked.pop()).toBe(
      'https://huggingface.co/api/daily_papers?date=2026-01-02&limit=100&p=3',
    );
    const cut = dailyPapersSource({ hasAccess, fetch: fetchOf('[{', 'application/json') });
    expect(await cut.page('2026-01-02', 0)).toMatchObject({ ok: false, kind: 'not-json' });
  });

  it('fetch metadata of several ids from arXiv', async () => {
    const source = arxivSource({ hasAccess, fetch: fetchOf('<feed/>', 'application/atom+xml') });
    expect(await source.metadata(['2401.00001', 'math/0309136'])).toMatchObject({ ok: true });
    expect(asked.pop()).toBe(
      'https://export.arxiv.org/api/query?id_list=2401.00001,math/0309136&max_results=2',
    );
  });
});

describe('requestIfChanged', () => {
  const marks = { ETag: '"a"', 'Last-Modified': 'Wed, 11 Mar 2026 04:00:00 GMT' };
  const known = { etag: '"a"', modified: 'Wed, 11 Mar 2026 04:00:00 GMT' };

  it('returns the text with its validators, and null while it is unchanged', async () => {
    let times = 0;
    const url = await serve((request, response) => {
      times += 1;
      const same = request.headers['if-none-match'] === '"a"';
      response.writeHead(same ? 304 : 200, { ...jsonHead, ...marks }).end(same ? '' : '[1]');
    });
    const first = await requestIfChanged(url, json, { etag: null, modified: null });
    expect(first).toEqual({ ok: true, body: { text: '[1]', ...known }, allowance: null });
    const second = await requestIfChanged(url, json, known);
    expect(second).toEqual({ ok: true, body: { text: null, ...known }, allowance: null });
    expect(times).toBe(2);
  });

  it('treats a 304 to an unconditional request as a failure', async () => {
    const url = await serve((_, response) => response.writeHead(304).end());
    const answer = await requestIfChanged(url, json, { etag: null, modified: null });
    expect(answer).toMatchObject({ ok: false, kind: 'refused', httpStatus: 304 });
  });
});
