import { fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { OptionsView, type OptionsViewProps } from '../../../components/options/OptionsView.tsx';
import type { ImportPreview } from '../../../lib/import/import-preview.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import type { Settings } from '../../../lib/user-data/settings.ts';
import { around, fakeBackground, lumen, nextScale } from '../fakes.ts';
import { button } from '../queries.ts';

export const preview: ImportPreview = {
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
export const settings: Settings = {
  panel: {
    'arxiv:html': 'hidden',
    'openreview:abstract': 'hidden',
    'unlisted:other': 'closed',
    'arxiv:abstract': 'open',
  },
  readByViewing: true,
};

/** The options page over a background that answers every call of its sections. */
export function showOptions(
  answers: Partial<Background> = {},
  props: Partial<OptionsViewProps> = {},
) {
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
  const { container } = render(
    <OptionsView
      background={background}
      saveFile={saveFile}
      version="1.2.3"
      onWelcome={onWelcome}
      around={around}
      {...props}
    />,
  );
  return { background, saveFile, onWelcome, container };
}

export const importBox = () => screen.getByLabelText('Text to add papers from');

export async function previewText(text = 'some text') {
  fireEvent.input(importBox(), { target: { value: text } });
  fireEvent.click(await button('Preview changes'));
}
