/**
 * Sends one GET request to a public service: without credentials, without redirects, with limits of
 * time and size. Failures are values.
 */
import type { Validators } from '../digest/feeds/feed-state.ts';
import { parseRateLimit, parseRetryAfter } from '../digest/service-limits.ts';
import type { SourceAnswer, SourceFailure } from '../digest/source.ts';
import { readText } from '../text/read-text.ts';

interface RequestRules {
  /** Accepted media types, without parameters. */
  mediaTypes: string[];
  timeoutMs?: number;
  maxBytes?: number;
  /** Whether the browser still lets Kindred reach the service; called only after a failure. */
  hasAccess(): Promise<boolean>;
  fetch?: typeof fetch;
}

/**
 * For headers and body. Less than the 30 seconds of a fetch after which Chromium stops a service worker.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
const defaultTimeoutMs = 20_000;
const defaultMaxBytes = 20_000_000;

function failure(
  kind: SourceFailure['kind'],
  httpStatus: number | null = null,
  retryAfterMs: number | null = null,
): SourceFailure {
  return { ok: false, kind, httpStatus, retryAfterMs };
}

function statusFailure(response: Response): SourceFailure {
  const { status, headers } = response;
  const isBusy = status === 429 || status >= 500;
  const retryAfterMs =
    parseRetryAfter(headers.get('Retry-After'), Date.now()) ??
    (status === 429 ? (parseRateLimit(headers.get('RateLimit'))?.resetMs ?? null) : null);
  return failure(isBusy ? 'busy' : 'refused', status, retryAfterMs);
}

/** Returns the text of the answer. Never rejects. */
export async function requestText(url: string, rules: RequestRules): Promise<SourceAnswer<string>> {
  const answer = await requestIfChanged(url, rules, { etag: null, modified: null });
  return answer.ok ? { ...answer, body: answer.body.text ?? '' } : answer;
}

function conditionalHeaders({ etag, modified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(modified === null ? {} : { 'If-Modified-Since': modified }),
  };
}

/**
 * Returns the text of the answer and its validators; the text is null where it has not changed since
 * the validators `known` were issued (RFC 9110, 13.1). Never rejects.
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
      headers: conditionalHeaders(known),
      // Not followed; with `error` a redirect would look like being offline.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: isConditional ? 'no-store' : 'no-cache',
      signal: AbortSignal.timeout(rules.timeoutMs ?? defaultTimeoutMs),
    });
    if (response.type === 'opaqueredirect') return failure('refused');
    status = response.status;
    const allowance = parseRateLimit(response.headers.get('RateLimit'));
    if (status === 304 && isConditional) {
      return { ok: true, body: { ...known, text: null }, allowance };
    }
    if (status >= 300 && status < 400) return failure('refused', status);
    if (!response.ok) return statusFailure(response);
    const mediaType = (response.headers.get('Content-Type') ?? '').toLowerCase();
    if (!rules.mediaTypes.some((type) => mediaType.startsWith(type))) {
      return failure('not-json', status);
    }
    const maxBytes = rules.maxBytes ?? defaultMaxBytes;
    const text = response.body ? await readText(response.body, maxBytes) : '';
    if (text === null) return failure('unexpected', status);
    const etag = response.headers.get('ETag');
    const modified = response.headers.get('Last-Modified');
    return { ok: true, body: { text, etag, modified }, allowance };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      return failure('busy', status);
    }
    // A body that breaks off counts as a lost connection.
    return failure((await rules.hasAccess()) ? 'offline' : 'no-access', status);
  }
}
