import type { ComponentChildren, RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Background } from '../../lib/messages/contract.ts';
import { type AppContext, AppContextProvider, defaultAppContext } from '../app-context.ts';
import { useInputMethod } from '../input-method.ts';
import { useKeptFocus } from '../keep-focus.ts';
import { language } from '../language.ts';

interface Props {
  background: Background;
  /** How links open; null, the default, for ordinary links of the page. */
  open?: AppContext['open'];
  isPrivate?: boolean | undefined;
  onUnreadChange?: (() => void) | undefined;
  /** Replaces parts of the context, such as the clock in tests. */
  contextOverrides?: Partial<AppContext> | undefined;
  theme: 'light' | 'dark';
  /** Names the view in style sheets. */
  class: string;
  /** `data-` attributes for style sheets. */
  data?: Record<`data-${string}`, string>;
  /** For a view that listens on its root. */
  rootRef?: RefObject<HTMLDivElement | null> | undefined;
  children: ComponentChildren;
}

const ignoreUnread = () => undefined;

/**
 * The outermost element of every view: provides the app context, sets language and theme, keeps the
 * focus in the view, and hides the keys of an input method from it.
 */
export function PageRoot({
  background,
  open = null,
  isPrivate = false,
  onUnreadChange = ignoreUnread,
  contextOverrides,
  theme,
  data,
  children,
  ...props
}: Props) {
  const ownRef = useRef<HTMLDivElement>(null);
  const root = props.rootRef ?? ownRef;
  useKeptFocus(root);
  useInputMethod(root);
  const context = useMemo(
    () => ({
      ...defaultAppContext(background),
      ...{ open, isPrivate, onUnreadChange },
      ...contextOverrides,
    }),
    [background, open, isPrivate, onUnreadChange, contextOverrides],
  );
  return (
    <AppContextProvider.Provider value={context}>
      <div class={`kindred ${props.class}`} data-theme={theme} {...data} {...language()} ref={root}>
        {children}
      </div>
    </AppContextProvider.Provider>
  );
}
