// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { failing, lumen } from '../fakes.ts';
import { list, setUpReader, showReader } from './show-reader.tsx';

setUpReader();

describe('a list that cannot be fetched', () => {
  it('says what failed, and retries', async () => {
    let fails = true;
    showReader({
      digestList: async () => (fails ? failing('The disk is full.')() : list),
    });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(lumen.title)).toBeTruthy();
  });
});
