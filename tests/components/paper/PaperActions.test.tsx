// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failing, fakeBackground, lumen } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the actions of a paper', () => {
  it('say so when it could not be saved', async () => {
    showPanel(fakeBackground({ save: failing('The disk is full.') }));
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Save'));
    await screen.findByText('The disk is full.');
    expect(await button('Save')).toBeTruthy();
  });

  it('copy BibTeX and say so', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    showPanel(fakeBackground());
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Copy BibTeX'));
    await button('Copied');
    expect(writeText.mock.calls[0]?.[0]).toContain('2511.08892');
    vi.unstubAllGlobals();
  });
});
