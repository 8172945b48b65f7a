import { i18n } from '#i18n';
import type { DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { toFailure } from '../use-answer.ts';

/** Sets a mark of a paper, or takes it away: what came of it in words, and the mark if it was set. */
export async function toggleMark(
  { paper, marks }: DigestLine,
  mark: keyof Marks,
  background: Background,
): Promise<{ said: string; marks: Partial<Marks> | null }> {
  const on = !marks[mark];
  const ids = [paper.id];
  try {
    if (mark === 'read') await background.markRead({ ids, read: on });
    else await background.save({ ids, saved: on });
  } catch (error) {
    return { said: toFailure(error).message, marks: null };
  }
  const said = i18n.t(`reader.${mark}${on ? 'On' : 'Off'}`, [plainText(paper.title)]);
  return { said, marks: { [mark]: on } };
}
