/**
 * One GET request to a public service: without credentials, never redirected, bounded in time and
 * size, failures as values.
 */
import type { Validators } from '../digest/feeds/feed-state.ts';
import { parseRateLimit, parseRetryAfter } from '../digest/service-limits.ts';
import type { SourceAnswer, SourceFailure } from '../digest/source.ts';

export interface RequestRules {
  /** Start of the media type the answer must have. */
  mediaTypes: string[];
  timeoutMs?: number;
  mostBytes?: number;
  /** Asked only after a failure: whether the browser still lets Kindred reach the service. */
  hasAccess(): Promise<boolean>;
  fetch?: typeof fetch;
}

/** Headers and body together. A background is stopped after 30 idle seconds, which would say nothing. */
const timeoutMs = 20_000;
const mostBytes = 20_000_000;

function failure(
  kind: SourceFailure['kind'],
  httpStatus: number | null = null,
  retryAfterMs: number | null = null,
): SourceFailure {
  return { ok: false, kind, httpStatus, retryAfterMs };
}

function refusal(response: Response): SourceFailure {
  const { status, headers } = response;
  const busy = status === 429 || status >= 500;
  const asked =
    parseRetryAfter(headers.get('Retry-After'), Date.now()) ??
    (status === 429 ? (parseRateLimit(headers.get('RateLimit'))?.resetMs ?? null) : null);
  return failure(busy ? 'busy' : 'refused', status, asked);
}

async function boundedBody(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The answer's text. Never rejects. */
export async function requestText(url: string, rules: RequestRules): Promise<SourceAnswer<string>> {
  const answer = await requestIfChanged(url, rules, { etag: null, modified: null });
  return answer.ok ? { ...answer, body: answer.body.text ?? '' } : answer;
}

function conditions({ etag, modified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(modified === null ? {} : { 'If-Modified-Since': modified }),
  };
}

/**
 * The answer's text, or null where it is still what was marked with `known` (RFC 9110, 13.1), and
 * its own marks. Never rejects.
 */
export async function requestIfChanged(
  url: string,
  rules: RequestRules,
  known: Validators,
): Promise<SourceAnswer<Validators & { text: string | null }>> {
  let status: number | null = null;
  const isConditional = known.etag !== null || known.modified !== null;
  try {
    const response = await (rules.fetch ?? fetch)(url, {
      credentials: 'omit',
      headers: conditions(known),
      // Seen as such and not followed, which `error` could not tell from being offline.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: isConditional ? 'no-store' : 'no-cache',
      signal: AbortSignal.timeout(rules.timeoutMs ?? timeoutMs),
    });
    if (response.type === 'opaqueredirect') return failure('refused');
    status = response.status;
    const allowance = parseRateLimit(response.headers.get('RateLimit'));
    if (status === 304 && isConditional) {
      return { ok: true, body: { ...known, text: null }, allowance };
    }
    if (status >= 300 && status < 400) return failure('refused', status);
    if (!response.ok) return refusal(response);
    const mediaType = (response.headers.get('Content-Type') ?? '').toLowerCase();
    if (!rules.mediaTypes.some((type) => mediaType.startsWith(type))) {
      return failure('not-json', status);
    }
    const text = await boundedBody(response, rules.mostBytes ?? mostBytes);
    if (text === null) return failure('unexpected', status);
    const etag = response.headers.get('ETag');
    const modified = response.headers.get('Last-Modified');
    return { ok: true, body: { text, etag, modified }, allowance };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      return failure('busy', status);
    }
    // An answer that was cut off is no more than a lost connection.
    return failure((await rules.hasAccess()) ? 'offline' : 'no-access', status);
  }
}
