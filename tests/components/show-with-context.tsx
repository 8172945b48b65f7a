import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import {
  type AppContext,
  AppContextProvider,
  defaultAppContext,
} from '../../components/app-context.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { around, fakeBackground } from './fakes.ts';

/** Draws a part of a view below the context that its root would provide. */
export function showWithContext(
  view: ComponentChildren,
  answers: Partial<Background>,
  context: Partial<AppContext> = {},
) {
  const background = fakeBackground(answers);
  render(
    <AppContextProvider.Provider
      value={{ ...defaultAppContext(background), ...around, ...context }}
    >
      <main class="kindred">{view}</main>
    </AppContextProvider.Provider>,
  );
  return background;
}
