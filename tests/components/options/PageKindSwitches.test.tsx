// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { withChange } from '../../../lib/user-data/settings-change.ts';
import { settings, showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('page kinds', () => {
  it('are switched one by one, each change on top of the others', async () => {
    let kept = settings;
    const { background } = showOptions({
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
    // In the meantime the panel was closed beside a paper.
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
    fireEvent.click(await place('On Hugging Face’s lists, label papers that match my topics'));
    expect(background.changeSettings).toHaveBeenLastCalledWith({ topicsOnHuggingFace: true });
  });
});
