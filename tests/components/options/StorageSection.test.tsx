// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

describe('storage', () => {
  it('is listed by source, in papers and bytes', async () => {
    showOptions();
    const row = await screen.findByRole('row', { name: /^Daily Papers/ });
    expect(row.textContent).toBe('Daily Papers6,12712 MB');
    expect(screen.getByRole('row', { name: /^Search index/ }).textContent).toContain('5.1 MB');
    expect(screen.getByRole('row', { name: /^Your topics/ }).textContent).toContain('2.3 kB');
  });
});
