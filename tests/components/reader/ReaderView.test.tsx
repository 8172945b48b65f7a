// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { setUpReader, showReader } from './show-reader.tsx';

setUpReader();

it.each(['', '#page=trends'])('has no violations for axe at %s', async (hash) => {
  history.replaceState(null, '', `/reader.html${hash}`);
  const { container } = showReader();
  await screen.findAllByRole('heading', { level: 2 });
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
