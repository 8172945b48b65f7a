import { readText } from '../../../lib/text/read-text.ts';

/** Thrown for a file whose text exceeds the limit. */
export class TooLong extends Error {}

/** The magic number of gzip: RFC 1952, section 2.3.1. */
async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/**
 * Resolves to the text of a file, unpacked if it is gzipped. Stops unpacking at `maxBytes`: a small
 * gzip file may unpack to gigabytes.
 *
 * @throws {TooLong} beyond `maxBytes` bytes of text
 * @throws {DOMException} if the file cannot be read
 */
export async function readFile(file: Blob, maxBytes: number): Promise<string> {
  const stream = (await isGzip(file))
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const text = await readText(stream as ReadableStream<Uint8Array>, maxBytes);
  if (text === null) throw new TooLong();
  return text;
}
