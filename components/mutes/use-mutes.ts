import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { useUndoable } from '../shared/use-undoable.tsx';
import { formatRule } from './mute-context.ts';

interface Props {
  /** The scope in words. */
  where: string;
  /** Resolves when it is stored. */
  set: (rule: MuteRule, isMuted: boolean) => Promise<unknown>;
}

/** Mutes words, authors and papers in one scope; `line` shows the last with its Undo button. */
export function useMutes({ where, set }: Props): {
  mute: (rule: MuteRule) => void;
  line: ComponentChildren;
} {
  const { run, line } = useUndoable();
  const mute = (rule: MuteRule) =>
    run(set(rule, true), {
      words: i18n.t('ignore.said', [where, formatRule(rule)]),
      undo: () => set(rule, false),
    });
  return { mute, line };
}
