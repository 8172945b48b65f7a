/** What can go wrong between Kindred and a service, on demand. */
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type Fault =
  /** The connection is closed without an answer. */
  | { kind: 'refuse' }
  /** Never answers; the connection stays open. */
  | { kind: 'silent' }
  /** The right answer, after a while. */
  | { kind: 'slow'; ms: number }
  /** The right answer's headers and half of its body. */
  | { kind: 'cut-off' }
  /** A page of HTML with status 200, as a proxy or a sign-in page sends it. */
  | { kind: 'html' }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'redirect'; to: string }
  /** Status 200 with another body. */
  | { kind: 'answer'; type: string; body: string }
  /** The right answer, a byte at a time and never to its end. */
  | { kind: 'drip'; ms: number };

/** Which requests a fault concerns. */
export interface FaultPlace {
  host?: string;
  /** Start of the path with its query. */
  path: string;
  /** How many requests; all, if left out. */
  times?: number;
}

export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

function send(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': body.length,
    ...answer.headers,
  });
  response.end(body);
}

function cutOff(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

async function drip(response: ServerResponse, answer: Answer, ms: number): Promise<void> {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': body.length });
  for (let at = 0; at < body.length && !response.closed; at++) {
    response.write(body.subarray(at, at + 1));
    await wait(ms);
  }
}

/** Answers, or fails as `fault` says. */
export async function respond(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | null,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return send(response, answer);
    case 'refuse':
      response.destroy();
      return;
    case 'silent':
      return;
    case 'slow':
      await wait(fault.ms);
      return send(response, answer);
    case 'cut-off':
      return cutOff(response, answer);
    case 'html':
      return send(response, {
        status: 200,
        type: 'text/html',
        body: '<!DOCTYPE html><title>Sign in</title><p>Please sign in to this network.</p>',
      });
    case 'status':
      return send(response, {
        status: fault.status,
        type: 'text/plain',
        body: fault.body ?? `Status ${fault.status}`,
        headers: fault.headers ?? {},
      });
    case 'answer':
      return send(response, { status: 200, type: fault.type, body: fault.body });
    case 'drip':
      return drip(response, answer, fault.ms);
    case 'redirect':
      return send(response, {
        status: 302,
        type: 'text/plain',
        body: '',
        headers: { location: fault.to },
      });
  }
}
