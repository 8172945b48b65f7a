// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failing, lumen } from '../fakes.ts';
import { button } from '../queries.ts';
import { importBox, preview, previewText, showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('import', () => {
  it('shows what would be added, left and rejected before anything happens', async () => {
    const { background } = showOptions();
    await previewText();
    await screen.findByText('Format: text of a Daily Papers page');
    for (const words of [
      '2 papers to add',
      lumen.title,
      '1 paper already here, unchanged',
      '1 entry can’t be used',
      'Dates without a year are read as 2025.',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/^Line 12: No title\./)).toBeTruthy();
    expect(background.applyImport).not.toHaveBeenCalled();
  });

  it('adds what was previewed, and undoes it', async () => {
    const { background } = showOptions();
    await previewText('the papers');
    fireEvent.click(await button('Add'));
    const [{ name = '', text = '' } = {}] = vi.mocked(background.giveText).mock.calls[0] ?? [];
    expect(text).toBe('the papers');
    expect(background.applyImport).toHaveBeenCalledWith({ name });
    await screen.findByText('2 papers added, 0 changed');
    fireEvent.click(await button('Undo'));
    expect(background.undoImport).toHaveBeenCalledWith({ undo: 'u1' });
    await screen.findByText('The import was undone.');
  });

  it('reads a dropped file', async () => {
    const { background } = showOptions();
    const file = new File(['from a file'], 'papers.txt');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files: [file] } });
    importBox().dispatchEvent(drop);
    await button('Add');
    expect(vi.mocked(background.giveText).mock.calls[0]).toMatchObject([
      { at: 0, text: 'from a file' },
    ]);
  });

  it('says why a text cannot be read', async () => {
    showOptions({ previewImport: failing('This is not a list of papers. Nothing was changed.') });
    await previewText();
    await screen.findByText('This is not a list of papers. Nothing was changed.');
  });

  it('counts what it does not list', async () => {
    showOptions({ previewImport: async () => ({ ...preview, addedCount: 900 }) });
    await previewText();
    await screen.findByText('900 papers to add');
    expect(screen.getByText('and 898 more')).toBeTruthy();
  });

  it('adds nothing when nothing is new', async () => {
    showOptions({ previewImport: async () => ({ ...preview, added: [], addedCount: 0 }) });
    await previewText();
    await screen.findByText('This adds nothing new.');
    expect((await button('Add')).hasAttribute('disabled')).toBe(true);
  });
});

describe('an import whose background is stopped', () => {
  const stopped = () =>
    Object.assign(new Error('stopped'), { failure: { code: 'stopped', message: 'stopped' } });

  it('uploads the text again and goes on', async () => {
    const given: number[] = [];
    let lives = 2;
    const { background } = showOptions({
      giveText: async ({ at, text }) => {
        given.push(at);
        return { held: at + text.length };
      },
      applyImport: async ({ name }) => {
        if (lives-- > 0) throw stopped();
        return { added: 2, changed: 0, topics: 0, marks: 0, ignored: 0, undo: name };
      },
    });
    await previewText();
    fireEvent.click(await button('Add'));
    await screen.findByText('2 papers added, 0 changed');
    expect(given).toEqual([0, 0, 0]);
    const names = vi.mocked(background.applyImport).mock.calls.map(([{ name }]) => name);
    expect(new Set(names).size).toBe(1);
  });

  it('uploads a long text in chunks, from the beginning when earlier ones were forgotten', async () => {
    const given: number[] = [];
    showOptions({
      giveText: async ({ at, text }) => {
        given.push(at);
        return { held: given.length === 2 ? 0 : at + text.length };
      },
    });
    await previewText('x'.repeat(9_000_000));
    await screen.findByText('2 papers to add');
    expect(given).toEqual([0, 4_000_000, 0, 4_000_000, 8_000_000]);
  });

  it('fails after the fifth retry', async () => {
    showOptions({ previewImport: async () => Promise.reject(stopped()) });
    await previewText();
    await screen.findByText('stopped');
  });
});

describe('a gzipped file', () => {
  it('is unpacked', async () => {
    const { background } = showOptions();
    const packed = new Blob(['the papers']).stream().pipeThrough(new CompressionStream('gzip'));
    const file = new File([await new Response(packed).arrayBuffer()], 'digest.jsonl.gz');
    fireEvent.change(await screen.findByLabelText('Choose a file…', { selector: 'input' }), {
      target: { files: [file] },
    });
    await screen.findByText('2 papers to add');
    expect(vi.mocked(background.giveText).mock.calls[0]).toMatchObject([{ text: 'the papers' }]);
  });
});
