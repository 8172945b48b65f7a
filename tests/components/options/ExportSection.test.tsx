// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { button } from '../queries.ts';
import { showOptions } from './show-options.tsx';

afterEach(cleanup);

it('exports papers, and topics with marks', async () => {
  const { saveFile } = showOptions();
  fireEvent.click(await button('Export papers'));
  await screen.findByText('digest.jsonl is in your browser’s downloads.');
  fireEvent.click(await button('Export topics and marks'));
  await screen.findByText('user-data.jsonl is in your browser’s downloads.');
  expect(saveFile.mock.calls.map(([file]) => file.filename)).toEqual([
    'digest.jsonl',
    'user-data.jsonl',
  ]);
});
