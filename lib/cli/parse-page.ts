/** Parses saved pages for the commands. */
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';

/**
 * Parses a saved page, gzipped or not, in the charset that its first 4,096 bytes name, else UTF-8.
 * Throws on damaged gzip data.
 */
export function parsePage(bytes: Uint8Array): Document {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const html = new TextDecoder(charsetOf(plain)).decode(plain);
  // linkedom makes the first element the root, so a page without `<html>` gets one.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

function charsetOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'utf-8';
  }
}
