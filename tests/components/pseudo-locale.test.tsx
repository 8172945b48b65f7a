// @vitest-environment happy-dom
/** Every view in a language half as long again that runs from right to left. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { DigestView } from '../../components/popup/DigestView.tsx';
import { ReaderView } from '../../components/reader/ReaderView.tsx';
import { samplePaper } from '../../components/welcome/sample-paper.ts';
import { WelcomeView } from '../../components/welcome/WelcomeView.tsx';
import { messagesOf, pseudoMessages, spokenFrom } from '../messages.ts';
import { around, fakeBackground, lumen, nextScale, pagePaper, status } from './fakes.ts';

// The map is laid out at once, not when its library has been read.
await import('../../components/reader/map/map-layout.ts');
const getMessage = spokenFrom(pseudoMessages(await messagesOf('en')));
const noop = () => undefined;

const ids = { arxivId: '2404.02905', doi: null };
const background = fakeBackground({
  settings: async () => ({ panel: {}, readByViewing: true }),
  unread: async () => ({ topics: [], total: 0 }),
  pageMarks: async () => ({ read: false, saved: false }),
  topics: async () => [],
  arxivFeeds: async () => [],
  digestList: async () => ({
    groups: [],
    follows: true,
    truncated: 0,
    years: [],
    problems: [],
    first: [],
    status,
  }),
  digestMap: async () => ({
    outcome: {
      state: 'map',
      center: { id: 'arxiv:2404.02905', title: pagePaper.title ?? '', ...ids, line: null },
      papers: [lumen, nextScale].map((paper) => ({
        ...{ paper, marks: { read: true, saved: true }, news: [], why: ['tokenizer'] },
      })),
      edges: [{ a: 1, b: 2, weight: 0.2 }],
      groups: [{ papers: [1, 2], terms: ['tokenizer'] }],
    },
    status,
  }),
  storedSizes: async () => ({ papers: 1, sources: [], indexBytes: 1, userDataBytes: 1 }),
});

const digest = {
  ...{ background, open: noop, page: null, remembered: null, pinHint: true, around },
  ...{ onRemember: noop, onPinHintDone: noop, onOptions: noop },
};
const readerAt = (hash: string) => {
  history.replaceState(null, '', `/reader.html${hash}`);
  return (
    <ReaderView background={background} open={noop} isPrivate onOptions={noop} around={around} />
  );
};
const views = {
  panel: () => (
    <RelatedPanel
      paper={pagePaper}
      pageKind="arxiv:abstract"
      background={background}
      theme="light"
      placement="column"
      initiallyOpen
      onOpenChange={noop}
      onHide={noop}
      around={around}
    />
  ),
  popup: () => <DigestView {...digest} layout="popup" tabPaper={null} />,
  'side panel': () => (
    <DigestView
      {...digest}
      layout="side"
      tabPaper={{ kind: 'paper', paper: pagePaper, site: 'arxiv', evidence: [] }}
    />
  ),
  welcome: () => (
    <WelcomeView
      background={background}
      open={noop}
      onToolbar={false}
      onClose={noop}
      onOptions={noop}
      around={around}
    />
  ),
  reader: () => readerAt(''),
  map: () => readerAt('#page=map&of=arxiv%3A2404.02905'),
  'no map': () => readerAt('#page=map'),
  options: () => (
    <OptionsView
      background={background}
      saveFile={noop}
      version="0.1.0"
      onWelcome={noop}
      around={around}
    />
  ),
};

beforeEach(() => void Object.assign(fakeBrowser.i18n, { getMessage }));
afterEach(cleanup);

/** Words between signs that are not a message's: what a paper or a site says, a number, a date. */
const foreign = (text: string) => text.replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '').trim();
const data = [
  ...['Lumen: One Tokenizer for Images and Video', 'Next-Scale Prediction Is Enough'],
  ...['Visual Autoregressive Modeling', 'Kindred', '2404.02905', samplePaper.title],
  'arxiv.org/abs/2404.02905',
];

/** A paper's title, or a line of it on the map. */
const isData = (text: string) => data.some((one) => one?.includes(text));

it('goes through tabs by the arrow that points there', async () => {
  render(views.popup());
  const chosen = () => screen.getByRole('tab', { selected: true });
  const tabs = await screen.findAllByRole('tab');
  const at = tabs.indexOf(chosen());
  fireEvent.keyDown(chosen(), { key: 'ArrowLeft' });
  await waitFor(() => expect(chosen()).toBe(tabs[(at + 1) % tabs.length]));
  fireEvent.keyDown(chosen(), { key: 'ArrowRight' });
  await waitFor(() => expect(chosen()).toBe(tabs[at]));
});

describe.each(Object.entries(views))('%s', (name, view) => {
  it('says nothing that is in no message, and runs from right to left', async () => {
    const { container } = render(view());
    await waitFor(() => expect(screen.queryAllByRole('heading').length).toBeGreaterThan(0));
    await waitFor(() => expect(container.textContent).toContain('⟧'));
    if (name === 'map')
      await waitFor(() => expect(container.querySelector('.map-node')).toBeTruthy());
    const root = container.querySelector('.kindred');
    expect(root?.getAttribute('dir')).toBe('rtl');
    expect(root?.getAttribute('lang')).toBe('en-GB');
    const texts = [...container.querySelectorAll('*')].flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
    ]);
    const bare = texts
      .map((text) => foreign(text ?? ''))
      .filter((text) => /\p{L}{3}/u.test(text) && !isData(text) && !isDataLike(text));
    expect(bare).toEqual([]);
  });
});

/** Dates by Intl, hosts, categories and words of papers. */
function isDataLike(text: string): boolean {
  if (/^\d{1,2} \w{3}(?: \d{4})?$|^[a-z]+(?:\.[a-z]+)+$/.test(text)) return true;
  return ['tokenizer', 'next-scale prediction', 'image'].includes(text);
}
