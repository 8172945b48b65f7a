// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../lib/user-data/settings.ts';
import { type SettingsChange, withChange } from '../../../lib/user-data/settings-change.ts';
import { button } from '../queries.ts';
import { settings, showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('arXiv', () => {
  it('is off until a category is added, and drops one that is removed', async () => {
    let stored: Settings = settings;
    const changeSettings = vi.fn(async (changes: SettingsChange) => {
      stored = withChange(stored, changes);
      return stored;
    });
    showOptions({ settings: async () => stored, changeSettings });
    const field = await screen.findByLabelText('Category, such as cs.CL');
    fireEvent.input(field, { target: { value: 'cs.cl' } });
    fireEvent.click(await button('Add category'));
    await screen.findByRole('button', { name: 'Remove cs.CL' });
    await screen.findByText('up to date as of 20 Nov 2026');
    fireEvent.change(screen.getByLabelText('Keep arXiv-only papers for'), {
      target: { value: '12' },
    });
    await waitFor(() => expect(changeSettings).toHaveBeenCalledTimes(2));
    expect(stored.arxiv).toEqual({ categories: ['cs.CL'], months: 12 });
    fireEvent.click(await button('Remove cs.CL'));
    await waitFor(() => expect(stored.arxiv).toEqual({ categories: [], months: 12 }));
  });

  it('rejects what is not a category', async () => {
    const { background } = showOptions();
    const field = await screen.findByLabelText('Category, such as cs.CL');
    fireEvent.input(field, { target: { value: 'everything' } });
    fireEvent.click(await button('Add category'));
    await screen.findByText('“everything” is not an arXiv category.');
    expect(background.changeSettings).not.toHaveBeenCalled();
  });
});
