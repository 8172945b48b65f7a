/** A GET request from a command, patient where the service asks for patience. */
import { get as getPlainly, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { parseRateLimit, parseRetryAfter } from '../digest/service-limits.ts';
import { retryDelay } from '../digest/update/schedule.ts';
import { InputError } from './read-papers.ts';

const tries = 5;
const timeoutMs = 30_000;

function answerOf(url: URL): Promise<IncomingMessage> {
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
 * The answer as JSON. A service that is busy (429, 5xx) or out of reach is asked five times, as late
 * as it wishes; then, and for any other answer, this throws `InputError`.
 */
export async function getJson(url: URL): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    let failed: string;
    let asked: number | null = null;
    try {
      const answer = await answerOf(url);
      const body = await text(answer);
      const status = answer.statusCode ?? 0;
      if (status === 200) return JSON.parse(body) as unknown;
      failed = `status ${status}`;
      if (status !== 429 && status < 500) throw new InputError(`${url}: ${failed}`);
      asked =
        parseRetryAfter(header(answer, 'retry-after'), Date.now()) ??
        parseRateLimit(header(answer, 'ratelimit'))?.resetMs ??
        null;
    } catch (error) {
      if (error instanceof InputError) throw error;
      if (error instanceof SyntaxError) throw new InputError(`${url}: this is not JSON.`);
      failed = (error as Error).message;
    }
    if (attempt === tries) throw new InputError(`${url}: ${failed}, ${tries} times.`);
    const wait = retryDelay(attempt, { kind: 'offline', retryAfterMs: asked }, Math.random());
    process.stderr.write(`${url}: ${failed}; again in ${Math.ceil(wait / 1000)} s\n`);
    await pause(wait);
  }
}
