/** Reads the input of the commands: JSON Lines, gzipped or not, with errors that name file and line. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bad input; its message is a sentence for the caller of the command. */
export class InputError extends Error {}

/** A paper of an input file. */
export interface InputPaper {
  id: string;
  title: string;
  /** Empty when missing or null. */
  abstract: string;
  /** The whole JSON object, which may have more that a command reads. */
  fields: Record<string, unknown>;
}

/** A path relative to the folder where npm was called, which npm does not make the working directory. */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/**
 * The lines of a UTF-8 file that are not blank, with their numbers from 1.
 *
 * @throws {InputError} when the file cannot be read
 */
export async function* readLines(path: string): AsyncGenerator<{ text: string; line: number }> {
  let line = 0;
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const bytes of await openBytes(path)) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        line++;
        if (text.trim() !== '') yield { text, line };
      }
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { text: rest, line: line + 1 };
}

/**
 * The JSON values of a file, one per line.
 *
 * @throws {InputError} with the line's number
 */
export async function* readJsonLines(
  path: string,
): AsyncGenerator<{ value: unknown; line: number }> {
  for await (const { text, line } of readLines(path)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new InputError(`${path}, line ${line}: this is not JSON.`);
    }
    yield { value, line };
  }
}

/**
 * The JSON value of a whole file.
 *
 * @throws {InputError} when the file is not JSON
 */
export async function readJson(path: string): Promise<unknown> {
  const lines: string[] = [];
  for await (const { text } of readLines(path)) lines.push(text);
  try {
    return JSON.parse(lines.join('\n'));
  } catch {
    throw new InputError(`${path}: this is not JSON.`);
  }
}

/**
 * The papers of a JSON Lines file, in order.
 *
 * @throws {InputError} with the line's number
 */
export async function* readPapers(path: string): AsyncGenerator<InputPaper> {
  for await (const { value, line } of readJsonLines(path)) {
    const where = `${path}, line ${line}`;
    if (!isObject(value)) throw new InputError(`${where}: a paper is a JSON object.`);
    const { id, title, abstract } = value;
    const name = typeof id === 'number' ? String(id) : id;
    if (typeof name !== 'string' || name === '') {
      throw new InputError(`${where}: the paper has no "id".`);
    }
    if (typeof title !== 'string') throw new InputError(`${where}: the paper has no "title".`);
    if (abstract !== undefined && abstract !== null && typeof abstract !== 'string') {
      throw new InputError(`${where}: "abstract" is not text.`);
    }
    yield { id: name, title, abstract: abstract ?? '', fields: value };
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The content of a file, decompressed if it begins with gzip's magic number. */
async function openBytes(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = callersPath(path);
  const handle = await open(file);
  const { bytesRead, buffer } = await handle
    .read(new Uint8Array(2), 0, 2, 0)
    .finally(() => handle.close());
  const raw = createReadStream(file);
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return raw;
  // Reading from the last stream reports the errors of both, so the callback has nothing to do.
  return pipeline(raw, createGunzip(), () => {});
}

function unreadable(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return new InputError(`${path}: there is no such file.`);
  if (code === 'EISDIR') return new InputError(`${path}: this is a folder, not a file.`);
  if (code.startsWith('Z_')) return new InputError(`${path}: the gzip data is damaged or cut off.`);
  return new InputError(`${path}: cannot be read (${code || String(error)}).`);
}
