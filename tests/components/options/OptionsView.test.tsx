// @vitest-environment happy-dom
/** Finding a setting: groups, filter, addresses; the theme; changes beside one another. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Background } from '../../../lib/messages/contract.ts';
import type { Settings } from '../../../lib/user-data/settings.ts';
import { withChange } from '../../../lib/user-data/settings-change.ts';
import { button } from '../queries.ts';
import { previewText, showOptions } from './show-options.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '#');
});

function show(theme?: Settings['theme']) {
  let settings: Settings = { panel: { 'arxiv:pdf': 'closed' }, readByViewing: true };
  const answers: Partial<Background> = {
    settings: async () => settings,
    changeSettings: async (changed) => {
      settings = withChange(settings, changed);
      return settings;
    },
    arxivFeeds: async () => [],
  };
  return showOptions(answers, { theme });
}

const filter = (text: string) =>
  fireEvent.input(screen.getByLabelText('Find a setting'), { target: { value: text } });
const shownHeadings = () =>
  [...document.querySelectorAll('h3')]
    .filter((heading) => heading.closest('[hidden]') === null)
    .map((heading) => heading.textContent);

describe('the groups', () => {
  it('each have a heading that the navigation leads to', async () => {
    show();
    const links = [...document.querySelectorAll('nav a')];
    expect(links.length).toBe(7);
    for (const link of links) {
      const group = document.querySelector(link.getAttribute('href') as string);
      expect(group?.querySelector('h2')?.textContent).toBe(link.textContent);
    }
  });

  it('are opened by the address, with the focus on their heading', async () => {
    location.hash = '#privacy';
    show();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Privacy'));
    location.hash = '#about';
    window.dispatchEvent(new Event('hashchange'));
    expect(document.activeElement?.textContent).toBe('About');
  });

  it('have headings in order, and no violations for axe', async () => {
    const { container } = show();
    await screen.findByLabelText('Dark');
    const levels = [...container.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels[0]).toBe(1);
    expect(levels.every((level, at) => at === 0 || level - (levels[at - 1] ?? 0) <= 1)).toBe(true);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the filter', () => {
  it('leaves the sections that have every word, and says how many', async () => {
    show();
    await screen.findByLabelText('Dark');
    filter('theme dark');
    expect(shownHeadings()).toEqual(['Theme']);
    expect(await screen.findByText('1 setting')).toBeTruthy();
    expect(document.querySelector('#data')?.hasAttribute('hidden')).toBe(true);
    filter('no such thing at all');
    expect(shownHeadings()).toEqual([]);
    expect(await screen.findByText('0 settings')).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText('Find a setting'), { key: 'Escape' });
    await waitFor(() => expect(shownHeadings().length).toBeGreaterThan(8));
  });

  it('searches the headings of groups too, and ignores accents', () => {
    show();
    filter('PRIVÁCY');
    expect(shownHeadings()).toContain('What Kindred sends and stores');
  });

  it('finds text that appears only after the filter was typed', async () => {
    show();
    filter('theme dark');
    await waitFor(() => expect(shownHeadings()).toEqual(['Theme']));
  });

  it('is cleared by a link to a group', async () => {
    show();
    filter('theme dark');
    fireEvent.click(screen.getByRole('link', { name: 'Sources' }));
    await waitFor(() => expect(shownHeadings()).toContain('arXiv'));
  });
});

describe('the theme', () => {
  it('is chosen once for all of Kindred', async () => {
    const { background } = show();
    const auto = (await screen.findByLabelText('Automatic')) as HTMLInputElement;
    expect(auto.checked).toBe(true);
    fireEvent.click(screen.getByLabelText('Dark'));
    expect(background.changeSettings).toHaveBeenCalledWith({ theme: 'dark' });
    await waitFor(() => {
      expect((screen.getByLabelText('Dark') as HTMLInputElement).checked).toBe(true);
    });
  });

  it.each(['light', 'dark'] as const)('is %s where that was chosen', (theme) => {
    const { container } = show(theme);
    expect(container.querySelector('.kindred')?.getAttribute('data-theme')).toBe(theme);
  });
});

it('shows one change beside another: neither overwrites the other', async () => {
  const { background } = show();
  fireEvent.click(await screen.findByLabelText('arXiv, full-text pages'));
  await waitFor(() =>
    expect(background.changeSettings).toHaveBeenCalledWith({
      panel: { 'arxiv:html': 'hidden' },
    }),
  );
  await waitFor(() => {
    const box = screen.getByLabelText('arXiv, full-text pages') as HTMLInputElement;
    expect(box.checked).toBe(false);
  });
  fireEvent.click(screen.getByRole('button', { name: 'Show again on arXiv, PDFs' }));
  expect(background.changeSettings).toHaveBeenLastCalledWith({
    panel: { 'arxiv:pdf': 'open' },
  });
  expect(screen.getByLabelText('arXiv, full-text pages')).toHaveProperty('checked', false);
  expect(await background.settings({})).toMatchObject({
    panel: { 'arxiv:pdf': 'open', 'arxiv:html': 'hidden' },
  });
});

it('shows the version, and leads to the welcome page', () => {
  const { onWelcome } = show();
  expect(screen.getByText('Kindred 1.2.3')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show the welcome page again' }));
  expect(onWelcome).toHaveBeenCalled();
});

it('has no violations for axe with its forms open', async () => {
  showOptions();
  await previewText();
  await button('Add');
  fireEvent.click(await button('Delete everything…'));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
