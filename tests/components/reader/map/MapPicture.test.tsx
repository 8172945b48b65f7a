// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import {
  accessibleName,
  focused,
  letterKeysOn,
  node,
  press,
  setUpMap,
  showMap,
} from './show-map.tsx';

setUpMap();

describe('the picture', () => {
  it('has a button for each paper, closest first, with one tab stop', async () => {
    showMap();
    await node(3);
    const picture = screen.getByRole('region', { name: 'Map' });
    const names = within(picture)
      .getAllByRole('button')
      .map((button) => accessibleName(button));
    expect(names).toEqual([
      'In the center: Visual Autoregressive Modeling',
      '1. Next-Scale Prediction Is Enough',
      '2. Lumen: One Tokenizer for Images and Video, read',
      '3. Scales of Images',
    ]);
    const stops = [...picture.querySelectorAll('[tabindex="0"]')];
    expect(stops.map((stop) => stop.getAttribute('data-node'))).toEqual(['0']);
    expect(picture.querySelectorAll('line')).toHaveLength(3);
    expect(within(picture).getByText('Lumen')).toBeTruthy();
  });

  it('is traversed by arrows, by j and k in order of closeness; Home leads to the middle', async () => {
    showMap();
    (await node(0)).focus();
    await letterKeysOn();
    const visited = new Set([focused()]);
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      press('Home');
      press(key);
      visited.add(focused());
    }
    expect(visited.size).toBeGreaterThan(2);
    press('Home');
    expect(focused()).toBe('0');
    press('j');
    expect(focused()).toBe('1');
    press('j');
    press('k');
    expect(focused()).toBe('1');
    expect((await node(1)).tabIndex).toBe(0);
    expect((await node(0)).tabIndex).toBe(-1);
  });

  it('highlights the lines of the focused paper, and dims the others', async () => {
    showMap();
    (await node(3)).focus();
    await waitFor(() => expect(document.querySelectorAll('line[data-lit="true"]')).toHaveLength(1));
    expect(document.querySelectorAll('line[data-dim="true"]')).toHaveLength(2);
    expect((await node(2)).dataset.dim).toBe('true');
    expect((await node(1)).dataset.dim).toBe('false');
  });
});
