/** What tests of several views look for. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';

export const button = (name: string | RegExp) => screen.findByRole('button', { name });

export const searchBox = () => screen.getByRole('searchbox') as HTMLInputElement;

export const typeQuery = (query: string) =>
  fireEvent.input(searchBox(), { target: { value: query } });

export const selectedTab = () => screen.getByRole('tab', { selected: true }).textContent;

export const linksOf = (text: string) =>
  screen.queryAllByRole('link').filter(({ textContent }) => textContent === text);

export const link = (text: string) =>
  waitFor(() => {
    const [found] = linksOf(text);
    if (!found) throw new Error(`No link says ${text}.`);
    return found;
  });
