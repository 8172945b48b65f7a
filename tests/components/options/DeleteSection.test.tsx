// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { button } from '../queries.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('deletion', () => {
  it('takes two steps, with the export beside the second', async () => {
    const { background, saveFile } = showOptions();
    fireEvent.click(await button('Delete everything…'));
    expect(background.deleteEverything).not.toHaveBeenCalled();
    const [, besideIt] = screen.getAllByRole('button', { name: 'Export topics and marks' });
    fireEvent.click(besideIt as HTMLElement);
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    fireEvent.click(await button('Delete everything now'));
    await screen.findByText('Everything was deleted.');
    expect(background.deleteEverything).toHaveBeenCalledTimes(1);
    // Sections that show stored data fetch it again.
    for (const asked of ['storedSizes', 'settings', 'mutes'] as const)
      await waitFor(() => expect(background[asked], asked).toHaveBeenCalledTimes(2));
    expect(screen.getByText('Everything was deleted.')).toBeTruthy();
  });

  it('can be canceled', async () => {
    const { background } = showOptions();
    fireEvent.click(await button('Delete everything…'));
    fireEvent.click(await button('Cancel'));
    await button('Delete everything…');
    expect(background.deleteEverything).not.toHaveBeenCalled();
  });
});
