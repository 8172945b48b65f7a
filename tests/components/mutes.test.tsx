// @vitest-environment happy-dom
/** Ignoring words, authors and papers: in a panel, in all panels, in a topic; and taking it back. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { RelatedPanel } from '../../components/panel/RelatedPanel.tsx';
import { DigestView } from '../../components/popup/DigestView.tsx';
import type { Background } from '../../lib/messages/contract.ts';
import type { Mute } from '../../lib/mutes/mute-rule.ts';
import type { Topic } from '../../lib/topics/topic.ts';
import {
  alerted,
  around,
  entryOf,
  fakeBackground,
  listed,
  lumen,
  nextScale,
  pagePaper,
  paperOf,
  related,
} from './fakes.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const byAda = paperOf('2511.00001', 'Tides of Attention', {
  authors: ['Ada Okafor', 'Bo Wu'],
  keyTerms: ['attention', 'tokenizer', 'long documents'],
});

function panel(answers: Partial<Background> = {}) {
  const background = fakeBackground({
    related: async () => ({
      ...related,
      outcome: { state: 'related', entries: [entryOf(byAda), entryOf(nextScale)] },
    }),
    ignore: async () => ({ kept: true }),
    ...answers,
  });
  render(
    <RelatedPanel
      paper={pagePaper}
      pageKind="arxiv:abstract"
      background={background}
      theme="light"
      placement="column"
      initiallyOpen
      onOpenChange={() => undefined}
      onHide={() => undefined}
      around={around}
    />,
  );
  return background;
}
async function words() {
  fireEvent.click(await button('More'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Ignore a word…' }));
}
const token = { kind: 'word', what: 'tokenizer' } as const;
const beside = {
  ids: ['arxiv:2404.02905'],
  title: pagePaper.title,
};

describe('a word in the panel', () => {
  it('is ignored for this paper, which is then asked for again', async () => {
    const background = panel();
    await words();
    fireEvent.click(await button('Ignore “tokenizer”'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
    expect(background.ignore).toHaveBeenCalledExactlyOnceWith({
      thing: token,
      beside,
      ignored: true,
      keep: true,
    });
  });

  it('is ignored in all panels where the user says so', async () => {
    const background = panel();
    await words();
    fireEvent.click(await screen.findByLabelText('in all panels'));
    fireEvent.click(await button('Ignore “tokenizer”'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
    expect(background.ignore).toHaveBeenCalledExactlyOnceWith({
      thing: token,
      ignored: true,
      keep: true,
    });
  });

  it('is taken back where it stands with its scope', async () => {
    const background = panel({
      related: async () => ({
        ...related,
        ignored: { here: [token], everywhere: [{ kind: 'author', what: 'Ada Okafor' }] },
      }),
    });
    await words();
    expect(screen.queryByRole('button', { name: 'Ignore “tokenizer”' })).toBeNull();
    await screen.findByText('Ignored in this panel, for this paper:');
    fireEvent.click(await button('Ignore “tokenizer” no longer'));
    fireEvent.click(await button('Ignore papers by Ada Okafor no longer'));
    await waitFor(() => expect(background.ignore).toHaveBeenCalledTimes(2));
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing: token, beside, ignored: false, keep: true },
      { thing: { kind: 'author', what: 'Ada Okafor' }, ignored: false, keep: true },
    ]);
  });

  it('is ignored in a private window as long as the panel is there, and nowhere else', async () => {
    const background = panel({ ignore: async () => ({ kept: false }) });
    await words();
    fireEvent.click(await button('Ignore “tokenizer”'));
    const asked = () => vi.mocked(background.related).mock.lastCall?.[0].ignoredTerms;
    await waitFor(() => expect(asked()).toEqual(['tokenizer']));
    fireEvent.click(await button('Ignore “tokenizer” no longer'));
    await waitFor(() => expect(asked()).toEqual([]));
    fireEvent.click(await screen.findByLabelText('in all panels'));
    fireEvent.click(await button('Ignore “tokenizer”'));
    await screen.findByText(/Kindred keeps nothing from private windows/);
    expect(asked()).toEqual([]);
  });

  it('is not ignored by an event of the page', async () => {
    const background = panel();
    cleanup();
    render(
      <RelatedPanel
        paper={pagePaper}
        pageKind="arxiv:abstract"
        background={background}
        theme="light"
        placement="column"
        initiallyOpen
        onOpenChange={() => undefined}
      />,
    );
    await words();
    fireEvent.click(await button('Ignore “tokenizer”'));
    expect(background.ignore).not.toHaveBeenCalled();
  });
});

describe('an author or a paper in the panel', () => {
  it.each([
    ['Ignore papers by Ada Okafor', { kind: 'author', what: 'Ada Okafor' }, 'papers by Ada Okafor'],
    [
      'Never show this paper',
      { kind: 'paper', what: byAda.id, title: byAda.title },
      `the paper “${byAda.title}”`,
    ],
  ])('is ignored in all panels, undone where it was: %s', async (name, thing, said) => {
    const background = panel();
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Ignore…'));
    await screen.findByText('Ignore in all panels');
    fireEvent.click(await button(name));
    const line = await screen.findByText(`Ignored in all panels: ${said}`);
    await waitFor(() => expect(document.activeElement?.contains(line)).toBe(true));
    expect(background.related).toHaveBeenCalledTimes(2);
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(3));
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing, ignored: true, keep: true },
      { thing, ignored: false, keep: true },
    ]);
  });
});

const topic: Topic = {
  id: 't1',
  name: 'tokenizers',
  query: 'tokenizer',
  created: '2026-11-01T00:00:00.000Z',
};

function popup(of: Topic, answers: Partial<Background> = {}) {
  let unread = [alerted(byAda, { why: ['attention'] })];
  const background = fakeBackground({
    unread: async () => ({
      total: unread.length,
      topics: [{ topic: of, unread, below: [], earlier: [] }],
    }),
    topics: async () => [of],
    muteInTopic: async ({ ignored }) => {
      unread = ignored ? [] : [alerted(byAda)];
      return null;
    },
    editTopic: async () => of,
    ...answers,
  });
  render(
    <DigestView
      background={background}
      layout="popup"
      open={vi.fn()}
      tabPaper={null}
      remembered={null}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => undefined}
      around={around}
    />,
  );
  return background;
}

describe('in a topic', () => {
  it('a word is ignored that the topic does not ask for, and undone though nothing is left', async () => {
    const background = popup(topic);
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Ignore…'));
    await screen.findByText('Ignore in the topic “tokenizers”');
    expect(screen.queryByRole('button', { name: 'Ignore “tokenizer”' })).toBeNull();
    fireEvent.click(await button('Ignore “attention”'));
    await screen.findByText('Ignored in the topic “tokenizers”: “attention”');
    expect(screen.queryByRole('button', { name: `Details: ${byAda.title}` })).toBeNull();
    fireEvent.click(await button('Undo'));
    await button(`Details: ${byAda.title}`);
    const thing = { kind: 'word', what: 'attention' };
    expect(vi.mocked(background.muteInTopic).mock.calls.map(([asked]) => asked)).toEqual([
      { topic: 't1', thing, ignored: true },
      { topic: 't1', thing, ignored: false },
    ]);
  });

  it('of papers like these, words of the match can be ignored and "not this" said', async () => {
    const like = { examples: [lumen.id], not: [], struck: [] };
    const background = popup({ ...topic, query: '', like });
    fireEvent.click(await button(`Details: ${byAda.title}`));
    fireEvent.click(await button('Not this'));
    await screen.findByText(`Not this: ${byAda.title}`);
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(background.editTopic).toHaveBeenCalledTimes(2));
    expect(vi.mocked(background.editTopic).mock.calls.map(([asked]) => asked.like)).toEqual([
      { ...like, not: [byAda.id] },
      like,
    ]);
    fireEvent.click(await button('More like this'));
    await waitFor(() => expect(background.editTopic).toHaveBeenCalledTimes(3));
    expect(vi.mocked(background.editTopic).mock.lastCall?.[0].like?.examples).toEqual([
      lumen.id,
      byAda.id,
    ]);
    fireEvent.click(await button('Ignore…'));
    await button('Ignore “attention”');
    expect(screen.queryByRole('button', { name: 'Ignore “long documents”' })).toBeNull();
  });
});

describe('the options', () => {
  const entries: Mute[] = [
    { thing: token, scope: { in: 'panels' } },
    { thing: token, scope: { in: 'paper', id: 'arxiv:1', title: 'Tides' } },
    {
      thing: { kind: 'author', what: 'Ada Okafor' },
      scope: { in: 'topic', id: 't1', name: 'tokenizers' },
    },
  ];
  function options(kept = true) {
    const background = fakeBackground({
      mutes: async () => entries,
      ignore: async () => ({ kept }),
      muteInTopic: async () => null,
      latest: async () => ({ papers: [listed(lumen)], status: related.status }),
    });
    render(
      <OptionsView
        background={background}
        saveFile={vi.fn()}
        version="1"
        onWelcome={() => undefined}
        around={around}
      />,
    );
    return background;
  }

  it('list everything with where, and take it back and again in place', async () => {
    const background = options();
    const list = await screen.findByRole('list', { name: 'Ignored words, authors and papers' });
    expect([...list.children].map((line) => line.textContent)).toEqual([
      '“tokenizer”in all panelsIgnore no longer',
      '“tokenizer”in the panel of “Tides”Ignore no longer',
      'papers by Ada Okaforin the topic “tokenizers”Ignore no longer',
    ]);
    fireEvent.click(await button('Ignore “tokenizer” no longer in the panel of “Tides”'));
    await screen.findByText('No longer ignored in the panel of “Tides”: “tokenizer”');
    fireEvent.click(await button('Undo'));
    await button('Ignore “tokenizer” no longer in the panel of “Tides”');
    const at = { ids: ['arxiv:1'], title: 'Tides' };
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing: token, beside: at, ignored: false, keep: true },
      { thing: token, beside: at, ignored: true, keep: true },
    ]);
    fireEvent.click(
      await button('Ignore papers by Ada Okafor no longer in the topic “tokenizers”'),
    );
    await screen.findByText(/No longer ignored in the topic/);
    expect(background.muteInTopic).toHaveBeenCalledExactlyOnceWith({
      topic: 't1',
      thing: entries[2]?.thing,
      ignored: false,
    });
  });

  it('say so where a private window keeps nothing', async () => {
    options(false);
    fireEvent.click(await button('Ignore “tokenizer” no longer in all panels'));
    await screen.findByText(/Kindred keeps nothing from private windows/);
    await button('Ignore “tokenizer” no longer in all panels');
  });
});
