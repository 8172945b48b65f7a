/** Match patterns of permissions: https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */

/** Scheme and host of a pattern for all paths; null for any other text. */
export function partsOf(pattern: string): { scheme: string; host: string } | null {
  if (pattern === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  return scheme && host ? { scheme, host } : null;
}

/** Whether one of the granted patterns matches all that `pattern` matches. */
export function covers(granted: readonly string[], pattern: string): boolean {
  const requested = partsOf(pattern);
  if (requested === null) return false;
  return granted.some((one) => {
    const parts = partsOf(one);
    if (parts === null || (parts.scheme !== '*' && parts.scheme !== requested.scheme)) return false;
    if (parts.host === '*' || parts.host === requested.host) return true;
    const parent = /^\*\.(.+)$/.exec(parts.host)?.[1];
    const host = requested.host.replace(/^\*\./, '');
    return parent !== undefined && (host === parent || host.endsWith(`.${parent}`));
  });
}
