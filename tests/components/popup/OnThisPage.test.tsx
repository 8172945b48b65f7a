// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Detection } from '../../../lib/paper/paper.ts';
import { lumen, pagePaper, related } from '../fakes.ts';
import { evidence, facts, onNothing, onPaper, showPage } from '../popup/show-page.tsx';
import { button } from '../queries.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const menu = async (item: string) => {
  fireEvent.click(await button('More'));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

describe('a paper in front', () => {
  it('has its evidence a click away, copied without a URL', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    showPage({ tabPaper: onPaper });
    await menu('Why this paper?');
    const heading = await screen.findByRole('heading', { name: 'Why this paper?' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    fireEvent.click(await button('Copy'));
    await button('Copied');
    expect(writeText.mock.calls).toEqual([
      [['verdict: paper', 'site table: arxiv', ...evidence].join('\n')],
    ]);
    fireEvent.click(await button('Done'));
    expect(screen.queryByRole('heading', { name: 'Why this paper?' })).toBeNull();
  });

  it.each([
    [null, 'arxiv:2404.02905'],
    [{ paper: lumen, marks: { read: false, saved: false } }, lumen.id],
  ])('leads to its map, under its id in the digest', async (self, of) => {
    const { background } = showPage(
      { tabPaper: onPaper },
      { openMap: async () => null, related: async () => ({ ...related, self }) },
    );
    await screen.findAllByText(lumen.title);
    await menu('Map of the nearest papers');
    expect(background.openMap).toHaveBeenCalledWith({ of });
  });

  it.each([
    [false, true],
    [true, false],
  ])('is rejected and restored; in a private window (%s) stored: %s', async (isPrivate, keep) => {
    const { background } = showPage({ tabPaper: onPaper, isPrivate });
    await screen.findByText(lumen.title);
    await menu('Not this paper');
    await screen.findByText('You said that this page is about something else.');
    expect(screen.queryByText(lumen.title)).toBeNull();
    expect(background.notThisPaper).toHaveBeenLastCalledWith({
      paper: pagePaper,
      refused: true,
      keep,
    });
    fireEvent.click(await button('It is this paper'));
    await screen.findByText(lumen.title);
    expect(background.notThisPaper).toHaveBeenLastCalledWith({
      paper: pagePaper,
      refused: false,
      keep,
    });
  });
});

describe('a page without a paper', () => {
  const pageTab = async () =>
    fireEvent.click(await screen.findByRole('tab', { name: 'On this page' }));

  it('says why there is no panel', async () => {
    showPage({ tabPaper: onNothing });
    await pageTab();
    fireEvent.click(await button('Why no panel here?'));
    await screen.findByText('nothing names a paper');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('shows the evidence that there is none', async () => {
    showPage({ tabPaper: onNothing });
    await pageTab();
    fireEvent.click(await button('Why no panel here?'));
    await screen.findByText('nothing names a paper');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('has no tab where nothing is known about it', async () => {
    showPage({});
    await screen.findByRole('tab', { name: /Latest/ });
    expect(screen.queryByRole('tab', { name: 'On this page' })).toBeNull();
  });

  it('can be left without labels when it is a listing', async () => {
    const listing: Detection = { kind: 'listing', site: 'arxiv', evidence: [] };
    const { background } = showPage({ tabPaper: listing });
    await pageTab();
    fireEvent.click(await button('Don’t label lists like this'));
    expect(background.setPanel).toHaveBeenCalledWith({
      pageKind: 'arxiv:listing',
      start: 'hidden',
    });
  });

  it('is taken for a paper when it is a PDF and the user says so', async () => {
    const offered = { ...pagePaper, arxivId: null, site: 'unlisted', view: 'pdf' as const };
    const { background } = showPage({
      tabPaper: onNothing,
      page: { ...facts, possiblePdf: offered },
    });
    const take = await button(/Show papers related to/);
    expect(background.related).not.toHaveBeenCalled();
    fireEvent.click(take);
    await screen.findByText(lumen.title);
  });

  it('is not taken for a paper when another page comes', async () => {
    const offered = { ...pagePaper, arxivId: null, site: 'unlisted', view: 'pdf' as const };
    const { update } = showPage({ layout: 'side', page: { ...facts, possiblePdf: offered } });
    fireEvent.click(await button(/Show papers related to/));
    await screen.findByText(lumen.title);
    update({ page: { ...facts, key: '2', isAddressHidden: true } });
    await screen.findByText('Look at this page', { selector: 'h2' });
    expect(screen.queryByText(lumen.title)).toBeNull();
  });

  it('explains how to allow files that the browser hides', async () => {
    const onFileSwitch = vi.fn();
    showPage({ page: { ...facts, areFilesHidden: true }, onFileSwitch });
    await pageTab();
    await screen.findByText(/Allow access to file URLs/);
    fireEvent.click(await button('Open the extension’s settings'));
    expect(onFileSwitch).toHaveBeenCalledTimes(1);
  });
});
