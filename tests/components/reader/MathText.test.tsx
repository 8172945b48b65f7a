// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { formula, lineOf, list, setUpReader, showReader } from './show-reader.tsx';

setUpReader();

describe('formulas', () => {
  it('are drawn; an invalid one appears as it was written', async () => {
    showReader();
    await screen.findByText('Learning in', { exact: false });
    await waitFor(() => expect(document.querySelector('h3 math')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: /^Details: Learning/ }));
    const abstract = await waitFor(() => {
      const found = document.querySelector('.abstract');
      expect(found?.querySelectorAll('math')).toHaveLength(1);
      return found;
    });
    expect(abstract?.textContent).toContain('$\\undefined{$');
    expect(abstract?.textContent).toContain('at a price of $5. Nothing more.');
  });

  it.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\includegraphics{https://tracker.example/x.png}$',
    '$\\class{view}{x}$',
    '$\\style{position:fixed}{x}$',
    '$\\def\\a{\\a\\a}\\a$',
  ])('can do nothing but be drawn: %s', async (abstract) => {
    const first = [lineOf({ ...formula, title: 'A Title', abstract })];
    const groups = [{ key: '2026-11-19', name: null, ids: [formula.id] }];
    showReader({ digestList: async () => ({ ...list, groups, first }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Details: A Title' }));
    await waitFor(() => expect(document.querySelector('.abstract')?.textContent).toBe(abstract));
    await import('temml');
    await waitFor(() => expect(document.querySelector('.abstract')?.textContent).toBe(abstract));
    expect(document.querySelector('.abstract :is(a, img, [class*="view"], [style])')).toBeNull();
  });
});
