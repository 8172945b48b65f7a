import { i18n } from '#i18n';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  title: string;
  words: string[];
  /** Pressing one strikes it out; else it counts again. */
  strikes: boolean;
  onPress: (word: string) => void;
}

/** Words of a learned score, each of which can be struck out or taken back. */
export function WordChips({ title, words, strikes, onPress }: Props) {
  if (words.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend class="line soft">{title}</legend>
      {words.map((word) => (
        <button
          type="button"
          key={word}
          class="chip"
          data-on={strikes}
          aria-label={i18n.t(strikes ? 'like.strike' : 'like.unstrike', [word])}
          onClick={() => onPress(word)}
        >
          {word}
          <Icon name="close" />
        </button>
      ))}
    </fieldset>
  );
}
