/** Every screen in the order in which one session comes by: what one leaves behind, the next needs. */
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

/** Each window of a state, with the name of what is kept of it: the first goes without its width. */
export function windowsOf(screen: Screen, state: State): { size: Size; name: string }[] {
  return (state.sizes ?? screen.sizes).map((size, at) => {
    const name = nameOf(screen, state);
    return { size, name: at === 0 ? name : `${name}-${size[0]}` };
  });
}
