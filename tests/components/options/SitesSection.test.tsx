// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installHosts } from '../../../lib/page/hosts.ts';
import { button } from '../queries.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('sites', () => {
  const accessTo = (origins: string[]) => ({
    granted: vi.fn(async () => origins),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
  });
  const installed = [...installHosts];

  function showSites(origins: string[]) {
    const access = accessTo(origins);
    showOptions({}, { access });
    return access;
  }

  it('are granted one group at a time, with one sentence', async () => {
    const access = showSites(installed);
    const select = await screen.findByLabelText('Always show Kindred on');
    expect((await button('Allow')).hasAttribute('disabled')).toBe(true);
    fireEvent.change(select, { target: { value: 'openreview' } });
    await screen.findByText(/read pages on openreview.net/);
    fireEvent.click(await button('Allow'));
    expect(access.request).toHaveBeenCalledWith(
      expect.arrayContaining(['https://openreview.net/*']),
    );
    await waitFor(() => expect(access.granted.mock.calls.length).toBeGreaterThan(2));
  });

  it('are revoked as easily, also those outside the table', async () => {
    const access = showSites([...installed, 'https://journal.example.org/*']);
    fireEvent.click(await button('Stop showing on journal.example.org'));
    expect(access.remove).toHaveBeenCalledWith(['https://journal.example.org/*']);
  });

  it('that the install granted can be granted again where the browser revoked them', async () => {
    const access = showSites(installed.filter((origin) => !origin.includes('huggingface')));
    await screen.findByText(/blocks Kindred on arXiv or Hugging Face/);
    fireEvent.click(await button('Allow again'));
    expect(access.request).toHaveBeenCalledWith(['https://huggingface.co/*']);
  });
});
