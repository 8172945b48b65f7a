// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Detection } from '../../../lib/paper/paper.ts';
import { around, status } from '../fakes.ts';
import { showOptions } from './show-options.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const section = () => document.querySelector<HTMLElement>('#diagnostics') as HTMLElement;
const lines = () => [...section().querySelectorAll('li')].map(({ textContent }) => textContent);
const copyButton = () => section().querySelector('button') as HTMLButtonElement;

describe('diagnostics', () => {
  it('say where to find the evidence of a page', () => {
    showOptions();
    expect(section().textContent).toContain('Open its popup on that page: “On this page” shows');
    const titles = [...document.querySelectorAll('#about h3')].map((title) => title.textContent);
    expect(titles).toEqual(['Diagnostics', 'This version']);
  });

  it('show the evidence of the page that the user looked at last', async () => {
    const detection: Detection = { kind: 'none', site: null, evidence: ['no id'] };
    showOptions({}, { around: { ...around, lastDetection: async () => detection } });
    await waitFor(() => expect(lines()).toContain('no id'));
  });

  it('say what to do where there is no such page', async () => {
    showOptions();
    await screen.findByText('Open the page in another tab, then come back here.');
  });

  it('list what a bug report needs, and copy it', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    const { background } = showOptions();
    await waitFor(() => expect(lines()).toContain('Index: 5.1 MB'));
    expect(lines()).toEqual([
      'Version: 1.2.3',
      `Browser: ${navigator.userAgent}`,
      'Papers: 6,185',
      'Index: 5.1 MB',
      'Last check (UTC): 2026-11-23T09:10:00.000Z',
      'Next check (UTC): unknown',
      'Daily Papers since: 2025-06-02',
      'Problem: none',
    ]);
    fireEvent.click(copyButton());
    await waitFor(() => expect(copyButton().textContent).toBe('Copied'));
    expect(writeText).toHaveBeenCalledWith(lines().join('\n'));
    // Counting bytes reads every record: once for both sections that show them.
    expect(background.storedSizes).toHaveBeenCalledTimes(1);
  });

  it('name the kind of a problem, its HTTP status and its beginning', async () => {
    const problem = { kind: 'busy', httpStatus: 429, since: '2026-11-23T08:00:00.000Z' } as const;
    showOptions({ status: async () => ({ ...status, problem: { ...problem, nextTry: null } }) });
    await waitFor(() =>
      expect(lines()).toContain('Problem: busy (HTTP 429), since 2026-11-23T08:00:00.000Z'),
    );
  });

  it('say what cannot be read, and that the browser refused the clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    showOptions({ storedSizes: async () => Promise.reject(new Error('no')) });
    await screen.findByText('Kindred couldn’t read the sizes.');
    expect(lines()).toContain('Index: unknown');
    fireEvent.click(copyButton());
    await waitFor(() => expect(copyButton().textContent).toBe('Couldn’t copy'));
  });
});
