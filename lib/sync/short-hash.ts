/**
 * 48 bits of a text as eight characters: two FNV-1a hashes with different beginnings. Among the
 * 10,000 marks of 90 days a collision has a chance of one in five million.
 */
export function shortHash(text: string): string {
  const high = fnv(text, 0x811c9dc5) & 0xffffff;
  const low = fnv(text, 0x9747b28c) & 0xffffff;
  return [high >>> 12, high & 0xfff, low >>> 12, low & 0xfff].map(twoDigits).join('');
}

export const hashLength = 8;

/** What a hash is written with, in the order of their values. */
export const hashDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function twoDigits(number: number): string {
  return hashDigits.charAt(number >>> 6) + hashDigits.charAt(number & 63);
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    // Mixed once more, for FNV's low bits depend on the text's low bits alone.
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
