// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsView } from '../../../components/options/OptionsView.tsx';
import type { Mute } from '../../../lib/mutes/mute-rule.ts';
import { around, fakeBackground, listed, lumen, related } from '../fakes.ts';
import { button } from '../queries.ts';

afterEach(cleanup);

const token = { kind: 'word', what: 'tokenizer' } as const;

describe('mutes in the options', () => {
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

  it('are listed with their scope, and removed and restored in place', async () => {
    const background = options();
    const list = await screen.findByRole('list', { name: 'Muted words, authors and papers' });
    expect([...list.children].map((line) => line.textContent)).toEqual([
      '“tokenizer”in all panelsUnmute',
      '“tokenizer”in the panel of “Tides”Unmute',
      'papers by Ada Okaforin the topic “tokenizers”Unmute',
    ]);
    fireEvent.click(await button('Unmute “tokenizer” in the panel of “Tides”'));
    await screen.findByText('Unmuted in the panel of “Tides”: “tokenizer”');
    fireEvent.click(await button('Undo'));
    await button('Unmute “tokenizer” in the panel of “Tides”');
    const at = { ids: ['arxiv:1'], title: 'Tides' };
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing: token, beside: at, ignored: false, keep: true },
      { thing: token, beside: at, ignored: true, keep: true },
    ]);
    fireEvent.click(await button('Unmute papers by Ada Okafor in the topic “tokenizers”'));
    await screen.findByText(/Unmuted in the topic/);
    expect(background.muteInTopic).toHaveBeenCalledExactlyOnceWith({
      topic: 't1',
      thing: entries[2]?.thing,
      ignored: false,
    });
  });

  it('stay as they are in a private window, which says so', async () => {
    options(false);
    fireEvent.click(await button('Unmute “tokenizer” in all panels'));
    await screen.findByText(/Kindred stores nothing from it/);
    await button('Unmute “tokenizer” in all panels');
  });
});
