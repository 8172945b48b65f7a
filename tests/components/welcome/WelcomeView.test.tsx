// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { samplePaper } from '../../../components/welcome/sample-paper.ts';
import { WelcomeView } from '../../../components/welcome/WelcomeView.tsx';
import { starterClaims } from '../../../lib/digest/starter/starter.ts';
import { around, fakeBackground, lumen } from '../fakes.ts';

afterEach(cleanup);

function show(onToolbar: boolean | null = false) {
  const background = fakeBackground({ pageMarks: async () => ({ read: false, saved: false }) });
  const given = { open: vi.fn(), onClose: vi.fn(), onOptions: vi.fn() };
  const { container } = render(
    <WelcomeView background={background} onToolbar={onToolbar} around={around} {...given} />,
  );
  return { background, container, ...given };
}

describe('the first screen', () => {
  it('shows the real panel on a paper that Kindred comes with', async () => {
    const { background } = show();
    await screen.findByText(lumen.title);
    expect(background.related).toHaveBeenCalledWith(
      expect.objectContaining({ paper: samplePaper }),
    );
    const carried = starterClaims().find(({ arxivId }) => arxivId === samplePaper.arxivId);
    expect(carried).toMatchObject({ title: samplePaper.title, published: samplePaper.published });
  });

  it('opens papers in tabs of their own', async () => {
    const { open } = show();
    fireEvent.click(await screen.findByText(lumen.title));
    expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2511.08892', expect.anything());
  });

  it('can be skipped at once, and preselects nothing', () => {
    const { onClose, onOptions, container } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
    fireEvent.click(screen.getByRole('button', { name: 'Start reading' }));
    expect(onClose).toHaveBeenCalledTimes(2);
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(onOptions).toHaveBeenCalled();
    expect(container.querySelectorAll('input, select')).toHaveLength(0);
  });

  it.each([
    [true, /is on your toolbar/],
    [false, /puzzle piece/],
    [null, /puzzle piece/],
  ])('says how to keep the icon in sight: %s', (onToolbar, words) => {
    show(onToolbar);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('has nothing for axe to complain about', async () => {
    const { container } = show();
    await screen.findByText(lumen.title);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
