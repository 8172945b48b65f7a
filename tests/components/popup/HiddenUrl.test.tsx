// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { facts, showPage } from '../popup/show-page.tsx';
import { button } from '../queries.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a page whose URL is hidden', () => {
  const unseen = { ...facts, isAddressHidden: true };

  it('names the keys, the menu, and where the browser itself grants a site', async () => {
    showPage({ layout: 'side', page: unseen, shortcut: 'Alt+Shift+Y', siteInIconMenu: true });
    expect((await screen.findByText('Alt+Shift+Y')).localName).toBe('kbd');
    await screen.findByText(/“Look at this page with Kindred”/);
    await screen.findByText(/right-click its icon/);
  });

  it('says how Kindred may read it, once and always, beside search and lists', async () => {
    const onAskForSite = vi.fn(async () => undefined);
    showPage({ layout: 'side', page: unseen, onAskForSite });
    await screen.findByText('Look at this page');
    expect(screen.queryByText(/found no paper/)).toBeNull();
    fireEvent.click(await button('Always allow on this site'));
    await screen.findByText(/is asking beside the address bar/);
    expect(onAskForSite).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole('tab', { name: 'Latest' }));
    await screen.findByText('No Daily Papers on this device yet.');
  });

  it('says so where the browser refuses to ask the user, and where it cannot', async () => {
    showPage({
      layout: 'side',
      page: unseen,
      onAskForSite: async () => Promise.reject(new Error()),
    });
    fireEvent.click(await button('Always allow on this site'));
    await screen.findByText(/can’t grant access from here/);
    cleanup();
    showPage({ layout: 'side', page: unseen });
    await screen.findByText(/let it look at the whole site/);
    expect(screen.queryByText(/^press/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Always allow on this site' })).toBeNull();
  });
});
