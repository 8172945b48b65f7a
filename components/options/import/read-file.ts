/** A chosen file as text. */

/** Thrown for a file whose text is longer than asked for. */
export class TooLong extends Error {}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/**
 * The text of a file, unpacked where it is gzipped: at most `longest` bytes of it, however small the
 * file. Rejects where it cannot be read, with `TooLong` where it is longer.
 */
export async function readFile(file: Blob, longest: number): Promise<string> {
  const stream = (await isGzip(file))
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > longest) {
      await reader.cancel();
      throw new TooLong();
    }
    text += decoder.decode(value, { stream: true });
  }
}
