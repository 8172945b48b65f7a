import { Icon } from './Icon.tsx';

export interface Chip {
  key: string;
  text: string;
  /** Drawn as in use; else as struck out. */
  isOn: boolean;
  /** What pressing it does. */
  label: string;
  onPress: (event: MouseEvent) => void;
}

interface Props {
  title: string;
  /** The title is visually hidden. */
  hidesTitle?: boolean;
  chips: Chip[];
}

/** Words or names as small buttons, each of which adds or removes itself. */
export function Chips({ title, hidesTitle = false, chips }: Props) {
  if (chips.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend class={hidesTitle ? 'unseen' : 'line soft'}>{title}</legend>
      {chips.map(({ key, text, isOn, label, onPress }) => (
        <button
          type="button"
          key={key}
          class="chip"
          data-on={isOn}
          aria-label={label}
          onClick={onPress}
        >
          {text}
          <Icon name="close" />
        </button>
      ))}
    </fieldset>
  );
}
