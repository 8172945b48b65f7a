/**
 * A hash of 48 bits as eight characters: two FNV-1a hashes (draft-eastlake-fnv) with different offsets.
 * Among the 10,000 marks of 90 days the chance of a collision is one in five million.
 */
export function shortHash(text: string): string {
  const high = fnv(text, 0x811c9dc5) & 0xffffff;
  const low = fnv(text, 0x9747b28c) & 0xffffff;
  return [high >>> 12, high & 0xfff, low >>> 12, low & 0xfff].map(twoDigits).join('');
}

export const hashLength = 8;

/** The digits of a hash, by value. */
export const hashDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function twoDigits(number: number): string {
  return hashDigits.charAt(number >>> 6) + hashDigits.charAt(number & 63);
}

function fnv(text: string, offset: number): number {
  let hash = offset;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    // FNV's low bits depend on the low bits of the text only, so the high bits are mixed in.
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
