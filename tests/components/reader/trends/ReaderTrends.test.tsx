// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { setUpReader, showReader, trends } from '../show-reader.tsx';

setUpReader();

describe('trends', () => {
  it('are in words and tables too', async () => {
    history.replaceState(null, '', '/reader.html#page=trends');
    showReader();
    const rising = (await screen.findByRole('rowheader', { name: 'world model' })).closest('tr');
    expect(rising?.textContent).toContain('20 of 200 (10%)');
    expect(rising?.textContent).toContain('48 of 2,400 (2%)');
    expect(rising?.textContent).toContain('× 5');
    expect(screen.getByRole('rowheader', { name: 'harness' }).closest('tr')?.textContent).toContain(
      'new',
    );
    const chart = screen.getByRole('img', { name: /^tokenizers: 0 to 25 papers a week/ });
    expect(chart.querySelectorAll('rect')).toHaveLength(26);
    const table = chart.closest('figure')?.querySelector('table');
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(26);
    expect(table?.querySelector('tbody tr:last-child')?.textContent).toBe('14 Nov 202625');
  });

  it('offer to follow a rising term', async () => {
    history.replaceState(null, '', '/reader.html#page=trends');
    showReader();
    const rising = (await screen.findByRole('rowheader', { name: 'world model' })).closest('tr');
    fireEvent.click(within(rising as HTMLElement).getByRole('button', { name: 'Follow…' }));
    expect(await screen.findByDisplayValue('"world model"')).toBeTruthy();
  });

  it.each([
    [null, 'No Daily Papers on this device yet.'],
    [{ ...trends, rising: null }, /Too few papers/],
    [{ ...trends, rising: [] }, 'Nothing rose clearly.'],
  ])('say why there are none', async (given, words) => {
    history.replaceState(null, '', '/reader.html#page=trends');
    showReader({ digestTrends: async () => given });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
