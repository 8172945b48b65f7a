import { i18n } from '#i18n';
import { Chips } from '../shared/Chips.tsx';

interface Props {
  title: string;
  words: string[];
  /** Pressing a word strikes it out; else it counts again. */
  strikes: boolean;
  onPress: (word: string) => void;
}

/** Words of a learned score, each of which can be struck out or restored. */
export function WordChips({ title, words, strikes, onPress }: Props) {
  return (
    <Chips
      title={title}
      chips={words.map((word) => ({
        ...{ key: word, text: word, isOn: strikes },
        label: i18n.t(strikes ? 'like.strike' : 'like.unstrike', [word]),
        onPress: () => onPress(word),
      }))}
    />
  );
}
