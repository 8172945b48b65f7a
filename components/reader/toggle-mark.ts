import { i18n } from '#i18n';
import type { DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { toFailure } from '../use-answer.ts';

/**
 * Toggles a mark of a paper. Resolves to a sentence that says what happened, and to the changed mark;
 * null where it could not be stored.
 */
export async function toggleMark(
  { paper, marks }: DigestLine,
  mark: keyof Marks,
  background: Background,
): Promise<{ message: string; marks: Partial<Marks> | null }> {
  const isOn = !marks[mark];
  const ids = [paper.id];
  try {
    if (mark === 'read') await background.markRead({ ids, read: isOn });
    else await background.save({ ids, saved: isOn });
  } catch (error) {
    return { message: toFailure(error).message, marks: null };
  }
  const message = i18n.t(`reader.${mark}${isOn ? 'On' : 'Off'}`, [plainText(paper.title)]);
  return { message, marks: { [mark]: isOn } };
}
