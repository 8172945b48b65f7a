// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { DigestMap } from '../../../../lib/answers/reader/reader-answers.ts';
import { failing, nextScale, status } from '../../fakes.ts';
import {
  accessibleName,
  around3,
  centerOf,
  focused,
  letterKeysOn,
  map,
  near,
  node,
  outcome,
  press,
  setUpMap,
  showMap,
} from './show-map.tsx';

setUpMap();

describe('keys of one letter', () => {
  it('save, mark and open the paper that has the focus', async () => {
    const { background, open } = showMap();
    (await node(1)).focus();
    await letterKeysOn();
    press('s');
    expect(await screen.findByText(`Saved: ${nextScale.title}`)).toBeTruthy();
    expect(background.save).toHaveBeenCalledWith({ ids: [nextScale.id], saved: true });
    await waitFor(async () =>
      expect(accessibleName(await node(1))).toBe(`1. ${nextScale.title}, Saved`),
    );
    press('o');
    expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2506.02341', { background: false });
    expect(background.markRead).toHaveBeenCalledWith({ ids: [nextScale.id], read: true });
    expect(focused()).toBe('1');
  });

  it('say why a mark was not stored, and change nothing', async () => {
    showMap({ save: failing('Kindred keeps nothing from private windows.') });
    (await node(1)).focus();
    await letterKeysOn();
    press('s');
    expect(await screen.findByText('Kindred keeps nothing from private windows.')).toBeTruthy();
    expect(accessibleName(await node(1))).toBe(`1. ${nextScale.title}`);
  });

  it('draw the map around another paper and focus it; back returns', async () => {
    const other: DigestMap = {
      outcome: { ...outcome, center: centerOf(nextScale), papers: [near(around3, [])], edges: [] },
      status,
    };
    const { background } = showMap({
      digestMap: async ({ of }) => (of === nextScale.id ? other : map),
    });
    (await node(1)).focus();
    await letterKeysOn();
    press('m');
    await screen.findByRole('heading', { name: `Map around: ${nextScale.title}` });
    await waitFor(() => expect(focused()).toBe('0'));
    expect(location.hash).toBe('#page=map&of=arxiv%3A2506.02341');
    history.back();
    await screen.findByRole('heading', { name: `Map around: ${around3.title}` });
    await waitFor(() => expect(focused()).toBe('0'));
    expect(background.digestMap).toHaveBeenLastCalledWith({ of: around3.id });
  });
});

describe('the text alternative', () => {
  it('says how many papers there are, the closest, the groups, and the links', async () => {
    showMap();
    await node(3);
    expect(
      screen.getByText(
        '3 papers around “Visual Autoregressive Modeling”. The closest is “Next-Scale Prediction Is Enough”; it shares next-scale prediction, image.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('3 papers share image, scale: 1, 2, 3')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'All papers, closest first' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(within(list).getByText('Also close to 3')).toBeTruthy();
    expect(within(list).getByText('Also close to 1')).toBeTruthy();
  });

  it('has no violations for axe', async () => {
    const { container } = showMap();
    fireEvent.click(await node(1));
    await screen.findByRole('region', { name: /^Details/ });
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
