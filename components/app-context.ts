/**
 * What every view needs from outside itself, handed down from the root of each page.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Background } from '../lib/messages/contract.ts';

export interface AppContext {
  background: Background;
  /** Opens a link; null where links are ordinary links of the page. */
  open: ((url: string, where: { background: boolean }) => void) | null;
  now: () => Date;
  /** What is unread may have changed by something done here. */
  onUnreadChange: () => void;
  /** In a private window: nothing is kept, and no ordinary window is to show what is read here. */
  isPrivate: boolean;
  /** Whether an event is the user's own: a page could dispatch one of its making. */
  trusts: (event: Event) => boolean;
}

export const AppContextProvider = createContext<AppContext | null>(null);

/** The surroundings of this view. Throws when a root forgot to provide them. */
export function useAppContext(): AppContext {
  const found = useContext(AppContextProvider);
  if (!found) throw new Error('This view stands outside a SurroundingsContext.');
  return found;
}

/** Surroundings for a root: the real clock, and only the browser's own events trusted. */
export function defaultAppContext(background: Background): AppContext {
  return {
    background,
    open: null,
    now: () => new Date(),
    onUnreadChange: () => undefined,
    isPrivate: false,
    trusts: (event) => event.isTrusted,
  };
}
