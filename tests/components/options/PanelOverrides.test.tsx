// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { button } from '../queries.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('panel overrides', () => {
  it('are removed by a button', async () => {
    const { background } = showOptions();
    fireEvent.click(await button('Show again on openreview, abstract pages'));
    expect(background.changeSettings).toHaveBeenCalledWith({
      panel: { 'openreview:abstract': 'open' },
    });
    expect(screen.queryByRole('button', { name: /arXiv/ })).toBeNull();
    await button('Show again on Sites Kindred doesn’t know, other pages');
  });
});
