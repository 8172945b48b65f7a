// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('reading', () => {
  it('by viewing can be turned off', async () => {
    const { background } = showOptions();
    fireEvent.click(await screen.findByRole('checkbox', { name: /five seconds/ }));
    expect(background.changeSettings).toHaveBeenCalledWith({ readByViewing: false });
    await waitFor(() => expect(background.settings).toHaveBeenCalledTimes(2));
  });
});
