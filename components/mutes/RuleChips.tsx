import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { Chips } from '../shared/Chips.tsx';
import { formatRule } from './mute-context.ts';

interface Props {
  title: string;
  rules: MuteRule[];
  /** They are muted now, and pressing one unmutes it. */
  areMuted?: boolean;
  onPress: (rule: MuteRule, event: Event) => void;
}

/** Words, authors or papers, each to mute or to unmute. */
export function RuleChips({ title, rules, areMuted = false, onPress }: Props) {
  return (
    <Chips
      title={title}
      chips={rules.map((rule) => ({
        key: `${rule.kind} ${rule.what}`,
        text: rule.kind === 'word' ? rule.what : (rule.title ?? rule.what),
        isOn: !areMuted,
        label: i18n.t(areMuted ? 'ignore.undo' : 'ignore.take', [formatRule(rule)]),
        onPress: (event) => onPress(rule, event),
      }))}
    />
  );
}
