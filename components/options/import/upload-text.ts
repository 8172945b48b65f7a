/** The text of an import on its way to the background, which holds it until the import is applied. */
import type { Background } from '../../../lib/messages/contract.ts';
import { toFailure } from '../../use-answer.ts';

export interface ImportText {
  /** Chosen by this page; the background knows the text by it. */
  name: string;
  text: string;
}

/** Characters per message: browsers limit a message's size. */
const chunkLength = 4_000_000;
/** How often a call that the background forgot the text of is retried. */
const maxRetries = 5;

/** Sends the text in chunks, from the beginning again where a restarted background forgot it. */
export async function uploadText(
  background: Background,
  { name, text }: ImportText,
): Promise<void> {
  let held = 0;
  do {
    const chunk = text.slice(held, held + chunkLength);
    ({ held } = await background.giveText({ name, at: held, text: chunk }));
  } while (held < text.length);
}

/**
 * Makes a call about an uploaded text. Uploads it again and retries where the browser stopped the
 * background in between.
 *
 * @throws {FailureError} as the call does; 'stopped' after the last retry
 */
export async function callWithText<T>(
  background: Background,
  upload: ImportText,
  call: (name: string) => Promise<T>,
): Promise<T> {
  for (let retries = maxRetries; ; retries--) {
    try {
      return await call(upload.name);
    } catch (error) {
      if (toFailure(error).code !== 'stopped' || retries === 0) throw error;
      await uploadText(background, upload).catch(() => undefined);
    }
  }
}
