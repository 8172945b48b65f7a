// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { around, fakeBackground, lumen, nextScale } from '../fakes.ts';
import { showPanel } from '../panel/show-panel.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('a paper in a list', () => {
  it('is a line with an ordinary link, its date, upvotes and whether it is newer', async () => {
    showPanel(fakeBackground());
    const link = await screen.findByRole('link', { name: lumen.title });
    expect(link.getAttribute('href')).toBe('https://arxiv.org/abs/2511.08892');
    expect(link.getAttribute('target')).toBeNull();
    const items = within(screen.getByRole('list', { name: 'Related papers' })).getAllByRole(
      'listitem',
    );
    expect(items.map((item) => item.textContent)).toEqual([
      `${lumen.title}12 Nov 2025▲4848 upvotesnewer`,
      `${nextScale.title}3 Jun 2025▲11 upvote`,
    ]);
  });

  it('opens to its summary with author, its shared terms, and only safe links', async () => {
    showPanel(fakeBackground());
    const disclose = await button(`Details: ${lumen.title}`);
    fireEvent.click(disclose);
    expect(disclose.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('AI summary, Hugging Face')).toBeTruthy();
    expect(screen.getByText('Shares: tokenizer, next-scale prediction')).toBeTruthy();
    const links = within(screen.getByRole('list', { name: 'Links' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['PDF', 'https://arxiv.org/pdf/2511.08892'],
      ['HF (6 comments)', 'https://huggingface.co/papers/2511.08892'],
      ['Code', 'https://code.example.org/lumen'],
    ]);
  });

  it('opens its map only at a click of the user', async () => {
    const background = fakeBackground({ openMap: async () => null });
    showPanel(background, { around: { ...around, trusts: () => false } });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Map of the nearest papers'));
    expect(background.openMap).not.toHaveBeenCalled();
    cleanup();
    showPanel(background);
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Map of the nearest papers'));
    expect(background.openMap).toHaveBeenCalledWith({ of: lumen.id });
  });

  it('offers no map in a private window', async () => {
    showPanel(fakeBackground(), { around: { ...around, isPrivate: true } });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    await button('Copy BibTeX');
    expect(screen.queryByText('Map of the nearest papers')).toBeNull();
  });

  it('quotes the abstract where it has no summary', async () => {
    showPanel(fakeBackground());
    fireEvent.click(await button(`Details: ${nextScale.title}`));
    expect(
      screen.getByText(/^“A plain decoder predicts the next scale\. It needs no guidance\.”/),
    ).toBeTruthy();
    expect(screen.getByText('HF (1 comment)')).toBeTruthy();
  });

  it('is marked read when its link is followed', async () => {
    const background = fakeBackground();
    showPanel(background);
    fireEvent.click(await screen.findByRole('link', { name: lumen.title }));
    expect(background.markRead).toHaveBeenCalledWith({ ids: [lumen.id], read: true });
  });
});
