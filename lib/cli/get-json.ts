/** GET requests of the commands, retried when the service asks for it. */
import { get as getPlainly, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { parseRateLimit, parseRetryAfter } from '../digest/service-limits.ts';
import { retryDelay } from '../digest/update/schedule.ts';
import { InputError } from './read-papers.ts';

const maxAttempts = 5;
const timeoutMs = 30_000;

function requestOf(url: URL): Promise<IncomingMessage> {
  const get = url.protocol === 'http:' ? getPlainly : getSecurely;
  return new Promise((resolve, reject) => {
    get(url, { headers: { accept: 'application/json' }, timeout: timeoutMs }, resolve)
      .on('timeout', function (this: { destroy(error: Error): void }) {
        this.destroy(new Error(`no answer in ${timeoutMs / 1000} s`));
      })
      .on('error', reject);
  });
}

function header(answer: IncomingMessage, name: string): string | null {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : null;
}

/**
 * The JSON at an address. Makes up to five attempts when the service is busy (429, 5xx) or out of
 * reach, with the delay that it requests.
 *
 * @throws {InputError} after the last attempt, and for any other answer
 */
export async function getJson(url: URL): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    let failed: string;
    let requestedMs: number | null = null;
    try {
      const answer = await requestOf(url);
      const body = await text(answer);
      const status = answer.statusCode ?? 0;
      if (status === 200) return JSON.parse(body) as unknown;
      failed = `status ${status}`;
      if (status !== 429 && status < 500) throw new InputError(`${url}: ${failed}`);
      requestedMs =
        parseRetryAfter(header(answer, 'retry-after'), Date.now()) ??
        parseRateLimit(header(answer, 'ratelimit'))?.resetMs ??
        null;
    } catch (error) {
      if (error instanceof InputError) throw error;
      if (error instanceof SyntaxError) throw new InputError(`${url}: this is not JSON.`);
      failed = (error as Error).message;
    }
    if (attempt === maxAttempts) throw new InputError(`${url}: ${failed}, ${maxAttempts} times.`);
    const wait = retryDelay(attempt, { kind: 'offline', retryAfterMs: requestedMs }, Math.random());
    process.stderr.write(`${url}: ${failed}; again in ${Math.ceil(wait / 1000)} s\n`);
    await pause(wait);
  }
}
