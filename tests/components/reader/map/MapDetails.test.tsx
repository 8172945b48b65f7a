// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  around3,
  centerOf,
  focused,
  letterKeysOn,
  map,
  node,
  outcome,
  press,
  setUpMap,
  showMap,
} from './show-map.tsx';

setUpMap();

describe('the details', () => {
  it('open at a paper, take the focus, and return it at Escape', async () => {
    showMap();
    const one = await node(1);
    one.focus();
    fireEvent.click(one);
    const details = await screen.findByRole('region', { name: /^Details: 1\. Next-Scale/ });
    expect(document.activeElement).toBe(details);
    expect(one.getAttribute('aria-expanded')).toBe('true');
    expect(within(details).getByText('Shares: next-scale prediction, image')).toBeTruthy();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('region', { name: /^Details/ })).toBeNull());
    expect(focused()).toBe('1');
  });

  it('are those of the paper chosen in the list, and the other way round', async () => {
    showMap();
    await node(3);
    const item = screen.getByRole('button', { name: 'Scales of Images' });
    item.focus();
    fireEvent.click(item);
    await screen.findByRole('region', { name: /^Details: 3\. Scales/ });
    expect((await node(3)).getAttribute('aria-expanded')).toBe('true');
    expect(item.getAttribute('aria-expanded')).toBe('true');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(item));
    fireEvent.click(await node(2));
    await waitFor(() =>
      expect(document.querySelector('[data-listed="2"]')?.getAttribute('aria-expanded')).toBe(
        'true',
      ),
    );
  });

  it('stay beside the focus with e, and are announced', async () => {
    showMap();
    (await node(1)).focus();
    await letterKeysOn();
    press('e');
    await screen.findByText('Details shown: Next-Scale Prediction Is Enough');
    expect(focused()).toBe('1');
    press('e');
    expect(await screen.findByText('Details hidden')).toBeTruthy();
  });

  it('have the title of a paper that the digest lacks', async () => {
    showMap({
      digestMap: async () => ({ ...map, outcome: { ...outcome, center: centerOf(around3, null) } }),
    });
    fireEvent.click(await node(0));
    const details = await screen.findByRole('region', { name: /^Details: In the center/ });
    expect(within(details).getByText('Not among the papers on this device.')).toBeTruthy();
    expect(within(details).getByRole('link').getAttribute('href')).toBe(
      'https://arxiv.org/abs/2404.02905',
    );
  });
});
