// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import type { ImportPreview } from '../../lib/import/import-preview.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { installHosts } from '../../lib/page/hosts.ts';
import type { Settings } from '../../lib/user-data/settings.ts';
import { type SettingsChange, withChange } from '../../lib/user-data/settings-change.ts';
import { around, failing, fakeBackground, lumen, nextScale, status } from './fakes.ts';

afterEach(cleanup);

const preview: ImportPreview = {
  format: 'daily-papers-text',
  added: [lumen, nextScale],
  changed: [],
  addedCount: 2,
  changedCount: 0,
  refusedCount: 1,
  unchanged: 1,
  refused: [{ line: 12, reason: 'No title.', excerpt: 'Submitted by' }],
  assumedYear: 2025,
  topics: 0,
  marks: 0,
  ignored: 0,
};
const settings: Settings = {
  panel: {
    'arxiv:html': 'hidden',
    'openreview:abstract': 'hidden',
    'unlisted:other': 'closed',
    'arxiv:abstract': 'open',
  },
  readByViewing: true,
};

function show(answers: Partial<Background> = {}) {
  const background = fakeBackground({
    settings: async () => settings,
    changeSettings: async () => settings,
    giveText: async ({ at, text }) => ({ held: at + text.length }),
    previewImport: async () => preview,
    importProgress: async () => null,
    applyImport: async () => ({
      added: 2,
      changed: 0,
      topics: 0,
      marks: 0,
      ignored: 0,
      undo: 'u1',
    }),
    undoImport: async () => null,
    export: async ({ what }) => ({ filename: `${what}.jsonl`, text: 'text' }),
    deleteEverything: async () => null,
    arxivFeeds: async () => [{ category: 'cs.CL', readFor: '2026-11-20', problem: null }],
    storedSizes: async () => ({
      papers: 6_185,
      sources: [{ source: 'daily-papers', papers: 6_127, bytes: 12_400_000 }],
      indexBytes: 5_100_000,
      userDataBytes: 2_300,
    }),
    ...answers,
  });
  const saveFile = vi.fn();
  const onWelcome = vi.fn();
  render(
    <OptionsView
      background={background}
      saveFile={saveFile}
      version="0.1.0"
      onWelcome={onWelcome}
      around={around}
    />,
  );
  return { background, saveFile, onWelcome };
}

const button = (name: string) => screen.findByRole('button', { name });
const box = () => screen.getByLabelText('Text to add papers from');
async function look(text = 'some text') {
  fireEvent.input(box(), { target: { value: text } });
  fireEvent.click(await button('Show what would change'));
}

describe('import', () => {
  it('shows what would be added, left and refused before anything happens', async () => {
    const { background } = show();
    await look();
    await screen.findByText('Read as: the text of a Daily Papers page');
    for (const words of [
      '2 papers to add',
      lumen.title,
      '1 paper already here, unchanged',
      '1 entry refused',
      'Dates without a year are read as of 2025.',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/^Line 12: No title\./)).toBeTruthy();
    expect(background.applyImport).not.toHaveBeenCalled();
  });

  it('adds what was previewed, and takes it back', async () => {
    const { background } = show();
    await look('the papers');
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
    const { background } = show();
    const file = new File(['from a file'], 'papers.txt');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files: [file] } });
    box().dispatchEvent(drop);
    await button('Add');
    expect(vi.mocked(background.giveText).mock.calls[0]).toMatchObject([
      { at: 0, text: 'from a file' },
    ]);
  });

  it('says why a text cannot be read', async () => {
    show({ previewImport: failing('This is not a list of papers. Nothing was changed.') });
    await look();
    await screen.findByText('This is not a list of papers. Nothing was changed.');
  });

  it('counts what it does not list', async () => {
    show({ previewImport: async () => ({ ...preview, addedCount: 900 }) });
    await look();
    await screen.findByText('900 papers to add');
    expect(screen.getByText('and 898 more')).toBeTruthy();
  });

  it('adds nothing when nothing is new', async () => {
    show({ previewImport: async () => ({ ...preview, added: [], addedCount: 0 }) });
    await look();
    await screen.findByText('Nothing in it is new.');
    expect((await button('Add')).hasAttribute('disabled')).toBe(true);
  });
});

it('exports papers, and topics with marks', async () => {
  const { saveFile } = show();
  fireEvent.click(await button('Export papers'));
  await screen.findByText("digest.jsonl was handed to your browser's downloads.");
  fireEvent.click(await button('Export topics and marks'));
  await screen.findByText("user-data.jsonl was handed to your browser's downloads.");
  expect(saveFile.mock.calls.map(([file]) => file.filename)).toEqual([
    'digest.jsonl',
    'user-data.jsonl',
  ]);
});

describe('settings', () => {
  it('switch reading by viewing', async () => {
    const { background } = show();
    fireEvent.click(await screen.findByRole('checkbox', { name: /five seconds/ }));
    expect(background.changeSettings).toHaveBeenCalledWith({ readByViewing: false });
    await waitFor(() => expect(background.settings).toHaveBeenCalledTimes(2));
  });

  it('bring back a hidden panel', async () => {
    const { background } = show();
    fireEvent.click(await button('Show again on openreview, abstract pages'));
    expect(background.changeSettings).toHaveBeenCalledWith({
      panel: { 'openreview:abstract': 'open' },
    });
    expect(screen.queryByRole('button', { name: /arXiv/ })).toBeNull();
    await button('Show again on Sites Kindred has no row for, other pages');
  });

  it('switch where Kindred shows itself, one change on top of the other', async () => {
    let kept = settings;
    const { background } = show({
      settings: async () => ({ ...kept }),
      changeSettings: async (changed) => {
        kept = withChange(kept, changed);
        return kept;
      },
    });
    const place = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
    expect((await place('arXiv, full-text pages')).checked).toBe(false);
    fireEvent.click(await place('arXiv, lists of papers'));
    expect(background.changeSettings).toHaveBeenLastCalledWith({
      panel: { 'arxiv:listing': 'hidden' },
    });
    // Meanwhile the panel was closed beside a paper.
    kept = withChange(kept, { panel: { 'huggingface:abstract': 'closed' } });
    fireEvent.click(await place('arXiv, full-text pages'));
    expect(background.changeSettings).toHaveBeenLastCalledWith({
      panel: { 'arxiv:html': null },
    });
    await waitFor(() =>
      expect(kept.panel).toEqual({
        'openreview:abstract': 'hidden',
        'unlisted:other': 'closed',
        'arxiv:abstract': 'open',
        'arxiv:listing': 'hidden',
        'huggingface:abstract': 'closed',
      }),
    );
    fireEvent.click(await place("On Hugging Face's lists, mark what my topics have"));
    expect(background.changeSettings).toHaveBeenLastCalledWith({ topicsOnHuggingFace: true });
  });
});

describe('sites', () => {
  const accessTo = (origins: string[]) => ({
    granted: vi.fn(async () => origins),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
  });
  const installed = [...installHosts];

  function showSites(origins: string[]) {
    const access = accessTo(origins);
    const background = fakeBackground({ settings: async () => settings });
    render(
      <OptionsView
        background={background}
        saveFile={vi.fn()}
        access={access}
        version="0.1.0"
        onWelcome={vi.fn()}
        around={around}
      />,
    );
    return access;
  }

  it('are given one family at a time, with one sentence', async () => {
    const access = showSites(installed);
    const select = await screen.findByLabelText('Always show Kindred on');
    expect((await button('Allow')).hasAttribute('disabled')).toBe(true);
    fireEvent.change(select, { target: { value: 'openreview' } });
    await screen.findByText(/read the pages of openreview.net/);
    fireEvent.click(await button('Allow'));
    expect(access.request).toHaveBeenCalledWith(
      expect.arrayContaining(['https://openreview.net/*']),
    );
    await waitFor(() => expect(access.granted.mock.calls.length).toBeGreaterThan(2));
  });

  it('are taken back as easily, those of no family too', async () => {
    const access = showSites([...installed, 'https://journal.example.org/*']);
    fireEvent.click(await button('No longer on journal.example.org'));
    expect(access.remove).toHaveBeenCalledWith(['https://journal.example.org/*']);
  });

  it('of the install are asked for again where the browser took them', async () => {
    const access = showSites(installed.filter((origin) => !origin.includes('huggingface')));
    await screen.findByText(/keeps arXiv or Hugging Face from Kindred/);
    fireEvent.click(await button('Allow again'));
    expect(access.request).toHaveBeenCalledWith(['https://huggingface.co/*']);
  });
});

describe('deleting everything', () => {
  it('takes two steps, with the export beside the second', async () => {
    const { background, saveFile } = show();
    fireEvent.click(await button('Delete everything…'));
    expect(background.deleteEverything).not.toHaveBeenCalled();
    const [, besideIt] = screen.getAllByRole('button', { name: 'Export topics and marks' });
    fireEvent.click(besideIt as HTMLElement);
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    fireEvent.click(await button('Delete everything now'));
    await screen.findByText('Everything was deleted.');
    expect(background.deleteEverything).toHaveBeenCalledTimes(1);
    // What the page says of what is stored is of now.
    for (const asked of ['storedSizes', 'settings', 'mutes'] as const)
      await waitFor(() => expect(background[asked], asked).toHaveBeenCalledTimes(2));
    expect(screen.getByText('Everything was deleted.')).toBeTruthy();
  });

  it('can be left', async () => {
    const { background } = show();
    fireEvent.click(await button('Delete everything…'));
    fireEvent.click(await button('Cancel'));
    await button('Delete everything…');
    expect(background.deleteEverything).not.toHaveBeenCalled();
  });
});

it('has nothing for axe to find', async () => {
  show();
  await look();
  await button('Add');
  fireEvent.click(await button('Delete everything…'));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

describe('an import whose background is stopped', () => {
  const stopped = () =>
    Object.assign(new Error('stopped'), { failure: { code: 'stopped', message: 'stopped' } });

  it('gives the text again and goes on', async () => {
    const given: number[] = [];
    let lives = 2;
    const { background } = show({
      giveText: async ({ at, text }) => {
        given.push(at);
        return { held: at + text.length };
      },
      applyImport: async ({ name }) => {
        if (lives-- > 0) throw stopped();
        return { added: 2, changed: 0, topics: 0, marks: 0, ignored: 0, undo: name };
      },
    });
    await look();
    fireEvent.click(await button('Add'));
    await screen.findByText('2 papers added, 0 changed');
    expect(given).toEqual([0, 0, 0]);
    const names = vi.mocked(background.applyImport).mock.calls.map(([{ name }]) => name);
    expect(new Set(names).size).toBe(1);
  });

  it('sends a long text in pieces, from the beginning when those before were forgotten', async () => {
    const given: number[] = [];
    show({
      giveText: async ({ at, text }) => {
        given.push(at);
        return { held: given.length === 2 ? 0 : at + text.length };
      },
    });
    await look('x'.repeat(9_000_000));
    await screen.findByText('2 papers to add');
    expect(given).toEqual([0, 4_000_000, 0, 4_000_000, 8_000_000]);
  });

  it('says so after the fifth time', async () => {
    show({ previewImport: async () => Promise.reject(stopped()) });
    await look();
    await screen.findByText('stopped');
  });
});

describe('how far back', () => {
  it('offers everything, and shows its progress with the way to hold and to stop it', async () => {
    let now = status;
    const loading = {
      state: 'running',
      reached: '2024-05-01',
      goal: '2023-05-04',
      daysDone: 900,
      daysTotal: 1300,
    } as const;
    const loadEverything = vi.fn(async ({ wanted }: { wanted: boolean }) => {
      now = wanted ? { ...status, everything: true, loading } : status;
      return now;
    });
    const pauseLoading = vi.fn(async ({ paused }: { paused: boolean }) => {
      now = { ...now, loading: { ...loading, state: paused ? 'paused' : 'running' } };
      return now;
    });
    show({ status: async () => now, loadEverything, pauseLoading });
    await screen.findByText('Daily Papers since 2 Jun 2025 are on this computer.');
    fireEvent.click(await button('Load everything since 4 May 2023'));
    await screen.findByText('Loading Daily Papers: back to May 2024');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('900');
    fireEvent.click(await button('Pause'));
    fireEvent.click(await button('Continue'));
    expect(pauseLoading.mock.calls).toEqual([[{ paused: true }], [{ paused: false }]]);
    fireEvent.click(await button('Stop at the last year'));
    await button('Load everything since 4 May 2023');
    expect(loadEverything.mock.calls).toEqual([[{ wanted: true }], [{ wanted: false }]]);
  });

  it('says when everything is there', async () => {
    show({ status: async () => ({ ...status, everything: true, completeSince: '2023-05-04' }) });
    await screen.findByText(/^All Daily Papers since the first, of 4 May 2023/);
    expect(screen.queryByRole('button', { name: /^Load everything/ })).toBeNull();
  });
});

describe('arXiv', () => {
  it('is off until a category is added, and forgets one that is removed', async () => {
    let stored: Settings = settings;
    const changeSettings = vi.fn(async (changes: SettingsChange) => {
      stored = withChange(stored, changes);
      return stored;
    });
    show({ settings: async () => stored, changeSettings });
    const field = await screen.findByLabelText('Category, such as cs.CL');
    fireEvent.input(field, { target: { value: 'cs.cl' } });
    fireEvent.click(await button('Add category'));
    await screen.findByRole('button', { name: 'Remove cs.CL' });
    await screen.findByText('read as of 20 Nov 2026');
    fireEvent.change(screen.getByLabelText('Keep papers that only arXiv told of for'), {
      target: { value: '12' },
    });
    await waitFor(() => expect(changeSettings).toHaveBeenCalledTimes(2));
    expect(stored.arxiv).toEqual({ categories: ['cs.CL'], months: 12 });
    fireEvent.click(await button('Remove cs.CL'));
    await waitFor(() => expect(stored.arxiv).toEqual({ categories: [], months: 12 }));
  });

  it('refuses what is no category', async () => {
    const { background } = show();
    const field = await screen.findByLabelText('Category, such as cs.CL');
    fireEvent.input(field, { target: { value: 'everything' } });
    fireEvent.click(await button('Add category'));
    await screen.findByText('“everything” is not a category of arXiv.');
    expect(background.changeSettings).not.toHaveBeenCalled();
  });
});

describe('what is on this device', () => {
  it('is told by source, in papers and bytes', async () => {
    show();
    const row = await screen.findByRole('row', { name: /^Daily Papers/ });
    expect(row.textContent).toBe('Daily Papers6,12712 MB');
    expect(screen.getByRole('row', { name: /^To find/ }).textContent).toContain('5.1 MB');
    expect(screen.getByRole('row', { name: /^Your topics/ }).textContent).toContain('2.3 kB');
  });
});

describe('a gzipped file', () => {
  it('is unpacked', async () => {
    const { background } = show();
    const packed = new Blob(['the papers']).stream().pipeThrough(new CompressionStream('gzip'));
    const file = new File([await new Response(packed).arrayBuffer()], 'digest.jsonl.gz');
    fireEvent.change(await screen.findByLabelText('Choose a file…', { selector: 'input' }), {
      target: { files: [file] },
    });
    await screen.findByText('2 papers to add');
    expect(vi.mocked(background.giveText).mock.calls[0]).toMatchObject([{ text: 'the papers' }]);
  });
});
