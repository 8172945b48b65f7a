import { i18n } from '#i18n';
import type { IgnoredThing } from '../../lib/mutes/mute-rule.ts';
import { Icon } from '../shared/Icon.tsx';
import { thingWords } from './mute-context.ts';

interface Props {
  title: string;
  things: IgnoredThing[];
  /** They are ignored now; pressing one takes it back. */
  ignored?: boolean;
  onPress: (thing: IgnoredThing, event: Event) => void;
}

/** Words, authors or papers, each to ignore or to take back. */
export function ThingChips({ title, things, ignored = false, onPress }: Props) {
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
          aria-label={i18n.t(ignored ? 'ignore.undo' : 'ignore.take', [thingWords(thing)])}
          onClick={(event) => onPress(thing, event)}
        >
          {thing.kind === 'word' ? thing.what : (thing.title ?? thing.what)}
          <Icon name="close" />
        </button>
      ))}
    </fieldset>
  );
}
