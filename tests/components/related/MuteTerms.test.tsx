// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pagePaper, related } from '../fakes.ts';
import { showRelated } from '../panel/show-related.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

async function openForm() {
  fireEvent.click(await button('More'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Mute a word…' }));
}
const token = { kind: 'word', what: 'tokenizer' } as const;
const beside = {
  ids: ['arxiv:2404.02905'],
  title: pagePaper.title,
};

describe('a word in the panel', () => {
  it('is muted for this paper, whose related papers are fetched again', async () => {
    const background = showRelated();
    await openForm();
    fireEvent.click(await button('Mute “tokenizer”'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
    expect(background.ignore).toHaveBeenCalledExactlyOnceWith({
      thing: token,
      beside,
      ignored: true,
      keep: true,
    });
  });

  it('is muted in all panels where the user says so', async () => {
    const background = showRelated();
    await openForm();
    fireEvent.click(await screen.findByLabelText('in all panels'));
    fireEvent.click(await button('Mute “tokenizer”'));
    await waitFor(() => expect(background.related).toHaveBeenCalledTimes(2));
    expect(background.ignore).toHaveBeenCalledExactlyOnceWith({
      thing: token,
      ignored: true,
      keep: true,
    });
  });

  it('is unmuted in the list of its scope', async () => {
    const background = showRelated({
      related: async () => ({
        ...related,
        ignored: { here: [token], everywhere: [{ kind: 'author', what: 'Ada Okafor' }] },
      }),
    });
    await openForm();
    expect(screen.queryByRole('button', { name: 'Mute “tokenizer”' })).toBeNull();
    await screen.findByText('Muted in this panel, for this paper:');
    fireEvent.click(await button('Unmute “tokenizer”'));
    fireEvent.click(await button('Unmute papers by Ada Okafor'));
    await waitFor(() => expect(background.ignore).toHaveBeenCalledTimes(2));
    expect(vi.mocked(background.ignore).mock.calls.map(([asked]) => asked)).toEqual([
      { thing: token, beside, ignored: false, keep: true },
      { thing: { kind: 'author', what: 'Ada Okafor' }, ignored: false, keep: true },
    ]);
  });

  it('is muted in a private window while the panel is there, and nowhere else', async () => {
    const background = showRelated({ ignore: async () => ({ kept: false }) });
    await openForm();
    fireEvent.click(await button('Mute “tokenizer”'));
    const asked = () => vi.mocked(background.related).mock.lastCall?.[0].ignoredTerms;
    await waitFor(() => expect(asked()).toEqual(['tokenizer']));
    fireEvent.click(await button('Unmute “tokenizer”'));
    await waitFor(() => expect(asked()).toEqual([]));
    fireEvent.click(await screen.findByLabelText('in all panels'));
    fireEvent.click(await button('Mute “tokenizer”'));
    await screen.findByText(/Kindred stores nothing from it/);
    expect(asked()).toEqual([]);
  });

  it('is not muted by an event of the page', async () => {
    const background = showRelated({}, { around: {} });
    await openForm();
    fireEvent.click(await button('Mute “tokenizer”'));
    expect(background.ignore).not.toHaveBeenCalled();
  });
});
