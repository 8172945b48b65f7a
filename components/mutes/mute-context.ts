/** What a list lets the user mute about its papers, handed down by that list. */
import { createContext } from 'preact';
import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { MuteRule, MuteScope } from '../../lib/mutes/mute-rule.ts';
import { plainText } from '../../lib/text/plain-text.ts';

export interface MuteActions {
  /** The scope in words: "in all panels", "in “Experts”". */
  where: string;
  /** Words of a paper that can be muted in this scope. */
  wordsOf(line: MarkedPaper, why: string[]): string[];
  mute(rule: MuteRule): void;
  /** For an example topic: whether the paper is like its examples. */
  giveFeedback?: ((paper: MarkedPaper['paper'], is: 'like' | 'not') => void) | undefined;
}

export const MuteContext = createContext<MuteActions | null>(null);

/** "in all panels", "in this panel, for …", "in the topic …". */
export function formatScope(scope: MuteScope): string {
  if (scope.in === 'panels') return i18n.t('ignore.everywhere');
  if (scope.in === 'topic') return i18n.t('ignore.inTopic', [scope.name]);
  return i18n.t('ignore.inPanel', [plainText(scope.title) || scope.id]);
}

/** What a rule mutes: a word in quotation marks, papers of an author, a paper's title. */
export function formatRule({ kind, what, title }: MuteRule): string {
  if (kind === 'word') return i18n.t('ignore.word', [what]);
  if (kind === 'author') return i18n.t('ignore.author', [what]);
  return i18n.t('ignore.paper', [plainText(title ?? '') || what]);
}
