import type { Ref } from 'preact';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  inputRef: Ref<HTMLInputElement>;
  onInput: (value: string) => void;
  onEscape: (event: KeyboardEvent) => void;
}

/** A search field; what Escape does depends on the view. */
export function SearchInput({ label, placeholder, value, inputRef, onInput, onEscape }: Props) {
  return (
    <input
      type="search"
      ref={inputRef}
      maxLength={500}
      value={value}
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      placeholder={placeholder}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onEscape(event)}
    />
  );
}
