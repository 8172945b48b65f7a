/** Match patterns of permissions, such as `*://*.arxiv.org/*`. */

/** Host and scheme of a pattern; null for any other text. */
export function partsOf(pattern: string): { scheme: string; host: string } | null {
  if (pattern === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  return scheme && host ? { scheme, host } : null;
}

/** Whether one of the granted patterns gives all that `pattern` asks for. */
export function covers(granted: readonly string[], pattern: string): boolean {
  const asked = partsOf(pattern);
  if (asked === null) return false;
  return granted.some((one) => {
    const given = partsOf(one);
    if (given === null || (given.scheme !== '*' && given.scheme !== asked.scheme)) return false;
    if (given.host === '*' || given.host === asked.host) return true;
    const parent = /^\*\.(.+)$/.exec(given.host)?.[1];
    const host = asked.host.replace(/^\*\./, '');
    return parent !== undefined && (host === parent || host.endsWith(`.${parent}`));
  });
}
