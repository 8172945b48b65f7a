// @vitest-environment happy-dom
import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../lib/answers/papers/search-answer.ts';
import { deferred, lumen, nextScale, resultOf } from '../fakes.ts';
import { answerOf, showDigest } from '../popup/show-digest.tsx';
import { link, searchBox, typeQuery } from '../queries.ts';

afterEach(cleanup);

describe('keys of the search box and lists', () => {
  it('move by arrows and open by Enter, in the background with Ctrl', async () => {
    const { open } = showDigest();
    typeQuery('lumen');
    const first = await link(lumen.title);
    const second = await link(nextScale.title);
    fireEvent.keyDown(searchBox(), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second, { key: 'ArrowUp' });
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(searchBox());

    const url = 'https://arxiv.org/abs/2511.08892';
    fireEvent.keyDown(searchBox(), { key: 'Enter' });
    expect(open).toHaveBeenLastCalledWith(url, { background: false });
    fireEvent.keyDown(searchBox(), { key: 'Enter', ctrlKey: true });
    expect(open).toHaveBeenLastCalledWith(url, { background: true });
    fireEvent.click(first, { metaKey: true });
    expect(open).toHaveBeenLastCalledWith(url, { background: true });
  });

  it('open no result of an earlier query', async () => {
    const slow = deferred<SearchAnswer>();
    const { open } = showDigest({
      search: ({ query }) => (query === 'lum' ? Promise.resolve(answerOf(query)) : slow.promise),
    });
    typeQuery('lum');
    await link(lumen.title);
    typeQuery('lumen');
    fireEvent.keyDown(searchBox(), { key: 'Enter' });
    expect(open).not.toHaveBeenCalled();
    slow.settle(answerOf('lumen', { results: [resultOf(nextScale)] }));
    await link(nextScale.title);
    fireEvent.keyDown(searchBox(), { key: 'Enter' });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('leave the keys of an input method to it', async () => {
    const { open } = showDigest();
    typeQuery('lumen');
    await link(lumen.title);
    for (const key of ['Enter', 'Escape', 'ArrowDown']) {
      fireEvent.keyDown(searchBox(), { key, isComposing: true });
      fireEvent.keyDown(searchBox(), { key, keyCode: 229 });
    }
    expect(open).not.toHaveBeenCalled();
    expect(searchBox()).toHaveProperty('value', 'lumen');
    expect(document.activeElement).toBe(searchBox());
    fireEvent.keyDown(searchBox(), { key: 'Enter' });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('clear the box by Escape before anything closes', async () => {
    showDigest();
    typeQuery('lumen');
    await link(lumen.title);
    expect(fireEvent.keyDown(searchBox(), { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(searchBox().value).toBe(''));
    expect(fireEvent.keyDown(searchBox(), { key: 'Escape' })).toBe(true);
  });
});
