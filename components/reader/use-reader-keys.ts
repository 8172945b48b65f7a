import { useEffect, useRef } from 'preact/hooks';
import { type KeyAction, keyAction } from './reader-keys.ts';

interface Options {
  hasLetterKeys: boolean;
  /** Actions that the view leaves to the browser. */
  ignored?: readonly KeyAction[];
}

/** Calls `act` for the keyboard shortcuts of the page, wherever the focus is. */
export function useReaderKeys(
  { hasLetterKeys, ignored = [] }: Options,
  act: (action: KeyAction) => void,
): void {
  const onKeyDown = useRef((_: KeyboardEvent) => {});
  onKeyDown.current = (event) => {
    const action = keyAction(event, hasLetterKeys);
    if (action === null || ignored.includes(action)) return;
    event.preventDefault();
    act(action);
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
