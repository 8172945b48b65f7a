// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { DigestView, type DigestViewProps } from '../../components/popup/DigestView.tsx';
import type { Background } from '../../lib/messages/contract.ts';
import { installHosts } from '../../lib/page/hosts.ts';
import type { TabFacts } from '../../lib/page/site-access.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import { around, fakeBackground, lumen, pagePaper, related } from './fakes.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const evidence = ['address: openreview paper', 'citation_title with authors'];
const onPaper: Detection = { kind: 'paper', site: 'arxiv', paper: pagePaper, evidence };
const onNothing: Detection = { kind: 'none', site: null, evidence: ['nothing names a paper'] };
const facts: TabFacts = {
  key: '1',
  possiblePdf: null,
  siteGroup: null,
  isGranted: false,
  areFilesHidden: false,
  isAddressHidden: false,
};
const openReview = {
  name: 'openreview',
  host: 'openreview.net',
  origins: ['https://openreview.net/*'],
};

function accessTo(origins: string[]) {
  return {
    granted: vi.fn(async () => origins),
    request: vi.fn(async (_: readonly string[]) => true),
    remove: vi.fn(async (_: readonly string[]) => true),
  };
}

/** Answers how to draw it again, with what is true by then. */
function show(props: Partial<DigestViewProps>, answers: Partial<Background> = {}) {
  const background = fakeBackground({
    unread: async () => ({ total: 0, topics: [] }),
    latest: async () => ({ papers: [], status: related.status }),
    topics: async () => [],
    notThisPaper: async ({ keep }) => ({ kept: keep }),
    settings: async () => ({ panel: {}, readByViewing: true }),
    setPanel: async () => null,
    ...answers,
  });
  const access = accessTo([...installHosts]);
  const view = (now: Partial<DigestViewProps>) => (
    <DigestView
      background={background}
      layout="popup"
      open={vi.fn()}
      tabPaper={null}
      page={facts}
      access={access}
      remembered={null}
      onRemember={vi.fn()}
      pinHint={false}
      onPinHintDone={vi.fn()}
      onOptions={vi.fn()}
      around={around}
      {...now}
    />
  );
  const { rerender } = render(view(props));
  return {
    background,
    access,
    turnTo: (now: Partial<DigestViewProps>) => rerender(view({ ...props, ...now })),
  };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const menu = async (item: string) => {
  fireEvent.click(await button('More'));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

describe('a paper in front', () => {
  it('has its evidence a click away, copied without an address', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show({ tabPaper: onPaper });
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
  ])('leads to its map, by the id that the digest has it under', async (self, of) => {
    const { background } = show(
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
  ])('is refused and taken back; in a private window (%s) kept: %s', async (isPrivate, keep) => {
    const { background } = show({ tabPaper: onPaper, isPrivate });
    await screen.findByText(lumen.title);
    await menu('Not this paper');
    await screen.findByText('You said this page is not about this paper.');
    expect(screen.queryByText(lumen.title)).toBeNull();
    expect(background.notThisPaper).toHaveBeenLastCalledWith({
      paper: pagePaper,
      refused: true,
      keep,
    });
    fireEvent.click(await button('It is, after all'));
    await screen.findByText(lumen.title);
    expect(background.notThisPaper).toHaveBeenLastCalledWith({
      paper: pagePaper,
      refused: false,
      keep,
    });
  });
});

describe('a page that is no paper', () => {
  const pageTab = async () =>
    fireEvent.click(await screen.findByRole('tab', { name: 'On this page' }));

  it('says why there is no panel', async () => {
    show({ tabPaper: onNothing });
    await pageTab();
    fireEvent.click(await button('Why no panel here?'));
    await screen.findByText('nothing names a paper');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('has no tab of its own where the browser tells nothing of it', async () => {
    show({});
    await screen.findByRole('tab', { name: /Latest/ });
    expect(screen.queryByRole('tab', { name: 'On this page' })).toBeNull();
  });

  it('as a list can be left unmarked from now on', async () => {
    const listing: Detection = { kind: 'listing', site: 'arxiv', evidence: [] };
    const { background } = show({ tabPaper: listing });
    await pageTab();
    fireEvent.click(await button("Don't mark lists like this"));
    expect(background.setPanel).toHaveBeenCalledWith({
      pageKind: 'arxiv:listing',
      start: 'hidden',
    });
  });

  it('as a PDF is taken for a paper only when the user says so', async () => {
    const offered = { ...pagePaper, arxivId: null, site: 'unlisted', view: 'pdf' as const };
    const { background } = show({ tabPaper: onNothing, page: { ...facts, possiblePdf: offered } });
    const take = await button(/Show papers related to/);
    expect(background.related).not.toHaveBeenCalled();
    fireEvent.click(take);
    await screen.findByText(lumen.title);
  });

  it('taken for a paper is not the page that comes after it', async () => {
    const offered = { ...pagePaper, arxivId: null, site: 'unlisted', view: 'pdf' as const };
    const { turnTo } = show({ layout: 'side', page: { ...facts, possiblePdf: offered } });
    fireEvent.click(await button(/Show papers related to/));
    await screen.findByText(lumen.title);
    turnTo({ page: { ...facts, key: '2', isAddressHidden: true } });
    await screen.findByText('Look at this page', { selector: 'h2' });
    expect(screen.queryByText(lumen.title)).toBeNull();
  });

  it('belongs to a site of which the side panel says what is true by now', async () => {
    const page = { ...facts, siteGroup: openReview };
    const { turnTo } = show({ layout: 'side', tabPaper: onPaper, page });
    await button('Always show Kindred on openreview.net');
    turnTo({ page: { ...page, isGranted: true } });
    await screen.findByText('Kindred always shows itself on openreview.net.');
    const other = {
      name: 'acl',
      host: 'aclanthology.org',
      origins: ['https://aclanthology.org/*'],
    };
    turnTo({ page: { ...page, key: '2', siteGroup: other } });
    await button('Always show Kindred on aclanthology.org');
  });

  it('explains the switch for files where the browser hides them', async () => {
    const onFileSwitch = vi.fn();
    show({ page: { ...facts, areFilesHidden: true }, onFileSwitch });
    await pageTab();
    await screen.findByText(/Allow access to file URLs/);
    fireEvent.click(await button("Open Kindred's details"));
    expect(onFileSwitch).toHaveBeenCalledTimes(1);
  });
});

describe('the site of a page', () => {
  it('is given for good and taken back, each in one click', async () => {
    const { access } = show({ tabPaper: onPaper, page: { ...facts, siteGroup: openReview } });
    fireEvent.click(await button('Always show Kindred on openreview.net'));
    expect(access.request).toHaveBeenCalledWith(openReview.origins);
    fireEvent.click(await button('No longer on openreview.net'));
    expect(access.remove).toHaveBeenCalledWith(openReview.origins);
    await button('Always show Kindred on openreview.net');
  });

  it('stays as it is where the user says no', async () => {
    const access = { ...accessTo([...installHosts]), request: vi.fn(async () => false) };
    show({ tabPaper: onPaper, page: { ...facts, siteGroup: openReview }, access });
    fireEvent.click(await button('Always show Kindred on openreview.net'));
    await button('Always show Kindred on openreview.net');
    expect(screen.queryByRole('button', { name: /No longer/ })).toBeNull();
  });

  it('of the install is asked for again where the browser has taken it', async () => {
    const access = accessTo(['https://huggingface.co/*', 'https://hf.co/*']);
    show({ access });
    fireEvent.click(await button('Allow again'));
    expect(access.request).toHaveBeenCalledWith(['*://arxiv.org/*', '*://*.arxiv.org/*']);
  });
});

describe('the panel', () => {
  const panel = (background: Background, placement: 'edge' | 'column') => (
    <RelatedPanel
      paper={pagePaper}
      evidence={evidence}
      pageKind="arxiv:abstract"
      background={background}
      theme="light"
      placement={placement}
      initiallyOpen={true}
      onOpenChange={vi.fn()}
      onHide={vi.fn()}
      around={around}
    />
  );

  it('says why it is there', async () => {
    render(panel(fakeBackground(), 'column'));
    await menu('Why this paper?');
    await screen.findByText('citation_title with authors');
  });

  it('is not there where the user has said that this is not the paper', async () => {
    const answer = { ...related, outcome: { state: 'refused' as const } };
    const { container } = render(panel(fakeBackground({ related: async () => answer }), 'edge'));
    await waitFor(() => expect(container.querySelector('.card,.tab')).toBeNull());
  });
});

describe('beside a page whose address the browser keeps', () => {
  const unseen = { ...facts, isAddressHidden: true };

  it('names the keys that are set, the menu, and where the browser itself gives a site', async () => {
    show({ layout: 'side', page: unseen, shortcut: 'Alt+Shift+Y', siteInIconMenu: true });
    expect((await screen.findByText('Alt+Shift+Y')).localName).toBe('kbd');
    await screen.findByText(/“Look at this page with Kindred”/);
    await screen.findByText(/right-click its icon/);
  });

  it('says how Kindred may look at it, once and always; search and lists stay', async () => {
    const onAskForSite = vi.fn(async () => undefined);
    show({ layout: 'side', page: unseen, onAskForSite });
    await screen.findByText('Look at this page');
    expect(screen.queryByText(/is not about a paper/)).toBeNull();
    fireEvent.click(await button('Always on this site'));
    await screen.findByText(/asks beside the address bar/);
    expect(onAskForSite).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole('tab', { name: 'Latest' }));
    await screen.findByText('No Daily Papers on this computer yet.');
  });

  it('says so where the browser refuses to ask, and where it cannot', async () => {
    show({ layout: 'side', page: unseen, onAskForSite: async () => Promise.reject(new Error()) });
    fireEvent.click(await button('Always on this site'));
    await screen.findByText(/asks no such question/);
    cleanup();
    show({ layout: 'side', page: unseen });
    await screen.findByText(/let it look at the whole site always/);
    expect(screen.queryByText('on the keyboard:')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Always on this site' })).toBeNull();
  });
});
