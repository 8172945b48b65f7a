import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { Icon } from '../shared/Icon.tsx';
import { formatRule } from './mute-context.ts';

interface Props {
  title: string;
  things: MuteRule[];
  /** They are ignored now; pressing one takes it back. */
  ignored?: boolean;
  onPress: (thing: MuteRule, event: Event) => void;
}

/** Words, authors or papers, each to ignore or to take back. */
export function RuleChips({ title, things, ignored = false, onPress }: Props) {
  if (things.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend class="line soft">{title}</legend>
      {things.map((thing) => (
        <button
          type="button"
          key={`${thing.kind} ${thing.what}`}
          class="chip"
          data-on={!ignored}
          aria-label={i18n.t(ignored ? 'ignore.undo' : 'ignore.take', [formatRule(thing)])}
          onClick={(event) => onPress(thing, event)}
        >
          {thing.kind === 'word' ? thing.what : (thing.title ?? thing.what)}
          <Icon name="close" />
        </button>
      ))}
    </fieldset>
  );
}
