/**
 * How a command takes its arguments, prints JSON lines and fails.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from './read-papers.ts';

/**
 * Runs a command on the caller's arguments. Bad input becomes a sentence on standard error and exit
 * code 1; a user that stops reading early (`| head`) ends the command quietly.
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

/** Named options and the words beside them. Throws `InputError` that ends with `usage`. */
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

/** A whole number from 1 given as text, or `otherwise` when not given. Throws `InputError`. */
export function wholeNumber(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InputError(`--${name} takes a whole number from 1, not "${text}".`);
  }
  return Number(text);
}

/** Prints one value as a JSON line, waiting while the user is slow. */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
