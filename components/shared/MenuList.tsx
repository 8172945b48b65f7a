import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export type MenuItem =
  | { role: 'separator' }
  | {
      role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox';
      label: string;
      checked?: boolean;
      onSelect: (event: MouseEvent) => void;
    };

interface Props {
  label: string;
  items: MenuItem[];
  start: 'first' | 'last';
  /** `returnsFocus`: to the button that opened the menu. */
  onClose: (returnsFocus: boolean) => void;
}

/** The item that a key moves the focus to; undefined for other keys. */
function nextItem(event: KeyboardEvent, items: HTMLButtonElement[]): HTMLButtonElement | undefined {
  const index = items.indexOf(event.target as HTMLButtonElement);
  if (event.key === 'ArrowDown') return items[(index + 1) % items.length];
  if (event.key === 'ArrowUp') return items.at(index - 1);
  if (event.key === 'Home') return items[0];
  if (event.key === 'End') return items.at(-1);
  if (event.key.length !== 1 || event.key === ' ') return undefined;
  const following = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  const letter = event.key.toLowerCase();
  return following.find(({ textContent }) => textContent?.trim().toLowerCase().startsWith(letter));
}

/**
 * The open menu. Arrows, Home, End and first letters move the focus among its items; Escape and Tab
 * close it, and Escape returns the focus.
 */
export function MenuList({ label, items, start, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];

  useLayoutEffect(() => {
    buttons()
      .at(start === 'first' ? 0 : -1)
      ?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
      return onClose(event.key === 'Escape');
    }
    const next = nextItem(event, buttons());
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const select = (item: MenuItem, event: MouseEvent) => {
    if (item.role === 'separator') return;
    onClose(true);
    item.onSelect(event);
  };

  return (
    <div
      class="menu-list"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item, at) =>
        item.role === 'separator' ? (
          <hr key={`separator ${at}`} />
        ) : (
          <button
            type="button"
            key={item.label}
            role={item.role}
            tabIndex={-1}
            {...(item.role === 'menuitem' ? {} : { 'aria-checked': item.checked })}
            onClick={(event) => select(item, event)}
          >
            <span class="menu-check">{item.checked && <Icon name="check" />}</span>
            {item.label}
          </button>
        ),
      )}
    </div>
  );
}
