/** What every view needs from its page, provided by the root of each page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Background } from '../lib/messages/contract.ts';
import type { Detection } from '../lib/paper/paper.ts';

export interface AppContext {
  background: Background;
  /** Opens a link; null where links are ordinary links of the page. */
  open: ((url: string, where: { background: boolean }) => void) | null;
  now: () => Date;
  /** To be called when something done here may have changed what is unread. */
  onUnreadChange: () => void;
  /** In a private window nothing is stored, and no ordinary window may show what is read in it. */
  isPrivate: boolean;
  /** Whether the user caused an event; scripts of a page could dispatch one of their own. */
  trusts: (event: Event) => boolean;
  /** The detection on the page that the user looked at last; null where there is none. */
  lastDetection: () => Promise<Detection | null>;
}

export const AppContextProvider = createContext<AppContext | null>(null);

/**
 * Returns the context of this view.
 * @throws {Error} where no root provides one
 */
export function useAppContext(): AppContext {
  const context = useContext(AppContextProvider);
  if (!context) throw new Error('useAppContext() must be called under an AppContextProvider.');
  return context;
}

/** The context of a root: the real clock, and only events of the browser trusted. */
export function defaultAppContext(background: Background): AppContext {
  return {
    background,
    open: null,
    now: () => new Date(),
    onUnreadChange: () => undefined,
    isPrivate: false,
    trusts: (event) => event.isTrusted,
    lastDetection: async () => null,
  };
}
