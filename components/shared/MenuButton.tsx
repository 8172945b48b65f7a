import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { type MenuItem, MenuList } from './MenuList.tsx';

/**
 * A button that opens a menu by click, Enter, Space or arrow key, after the ARIA pattern:
 * https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function MenuButton({ label, items }: { label: string; items: MenuItem[] }) {
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLDivElement>(null);

  const close = (returnsFocus: boolean) => {
    setOpen(null);
    if (returnsFocus) button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!event.composedPath().includes(root.current as EventTarget)) setOpen(null);
    };
    const tree = root.current?.getRootNode();
    tree?.addEventListener('pointerdown', outside);
    return () => tree?.removeEventListener('pointerdown', outside);
  }, [open]);

  const leave = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(null);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  return (
    <div class="menu" ref={root} onFocusOut={leave}>
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onClick={() => setOpen(open ? null : 'first')}
        onKeyDown={keys}
      >
        <Icon name="more" />
      </button>
      {open && <MenuList label={label} items={items} start={open} onClose={close} />}
    </div>
  );
}
