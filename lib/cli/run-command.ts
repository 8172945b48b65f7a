/** Arguments, output and errors of the commands. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from './read-papers.ts';

/**
 * Runs a command with the caller's arguments. An `InputError` becomes a sentence on standard error and
 * exit code 1. A closed output (`| head`) ends the command without an error.
 */
export async function runCommand(command: (words: string[]) => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Parses options and positional arguments.
 *
 * @throws {InputError} with `usage` in its message
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: O,
  usage: string,
) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new InputError(`${(error as Error).message}\nUsage: ${usage}`);
  }
}

/**
 * An integer from 1 given as text, or `fallback` when not given.
 *
 * @throws {InputError} for any other text
 */
export function wholeNumber(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InputError(`--${name} takes a whole number from 1, not "${text}".`);
  }
  return Number(text);
}

/** Prints a value as a JSON line; waits until the output accepts more. */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
