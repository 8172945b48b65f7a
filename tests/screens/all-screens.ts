/** Every screen in the order in which one session comes by: what one leaves behind, the next needs. */
import type { BrowserName } from '../browsers/find.ts';
import { emptyScreens, pageScreens } from './pages.ts';
import { panelScreens } from './panel.ts';
import { popupScreens, sidePanelScreens } from './popup.ts';
import type { Screen, Size, State } from './screen.ts';

/** The first of them: what they need, none of the others leaves. */
export const untilPopup: Screen[] = [...popupScreens.slice(0, 1), ...panelScreens];

export const screens: Screen[] = [
  ...untilPopup,
  ...popupScreens.slice(1),
  ...sidePanelScreens,
  ...pageScreens,
  ...emptyScreens,
];

export const nameOf = (screen: Screen, state: State): string => `${screen.name}-${state.name}`;

/** Each window of a state; all names but the first have the width in them. */
export function windowsOf(screen: Screen, state: State): { size: Size; name: string }[] {
  return (state.sizes ?? screen.sizes).map((size, at) => {
    const name = nameOf(screen, state);
    return { size, name: at === 0 ? name : `${name}-${size[0]}` };
  });
}

export interface Picture {
  size: Size;
  dark: boolean;
  name: string;
}

/** The pictures of a state that a browser takes. */
export function picturesOf(screen: Screen, state: State, browser: BrowserName): Picture[] {
  const looks = state.pictures ?? ['light'];
  const windows = windowsOf(screen, state);
  const first = windows.slice(0, 1);
  const named = (from: typeof windows, dark: boolean): Picture[] =>
    from.map(({ size, name }) => ({ size, dark, name: `${name}-${dark ? 'dark' : 'light'}` }));
  if (browser === 'firefox') return looks.includes('firefox') ? named(first, false) : [];
  return [
    ...(looks.includes('light') ? named(windows, false) : []),
    ...(looks.includes('dark') ? named(first, true) : []),
  ];
}
