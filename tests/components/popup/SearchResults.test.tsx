// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../lib/answers/papers/search-answer.ts';
import { deferred, lumen, nextScale, resultOf } from '../fakes.ts';
import { answerOf, showDigest } from '../popup/show-digest.tsx';
import { button, link, linksOf, searchBox, typeQuery } from '../queries.ts';

afterEach(cleanup);

describe('search results', () => {
  it('shows exact results before similar spellings, the matches marked', async () => {
    showDigest();
    typeQuery('lumen');
    await link(lumen.title);
    const exact = within(screen.getByRole('list', { name: 'Results' }));
    const similar = within(screen.getByRole('list', { name: 'Similar spellings' }));
    expect(exact.getByRole('link').querySelector('mark')?.textContent).toBe('Lumen');
    expect(similar.getByRole('link').textContent).toBe(nextScale.title);
    expect(screen.getByText('2 papers')).toBeTruthy();
  });

  it('drops an answer once a later query is answered', async () => {
    const slow = deferred<SearchAnswer>();
    showDigest({
      search: ({ query }) =>
        query === 'to'
          ? slow.promise
          : Promise.resolve(answerOf(query, { results: [resultOf(nextScale)] })),
    });
    typeQuery('to');
    typeQuery('tok');
    await link(nextScale.title);
    slow.settle(answerOf('to'));
    await slow.promise;
    await Promise.resolve();
    expect(linksOf(lumen.title)).toEqual([]);
  });

  it('marks the last answer busy while the next is awaited', async () => {
    const slow = deferred<SearchAnswer>();
    const none = { total: 0, results: [] };
    showDigest({
      search: ({ query }) =>
        query === 'qu' ? Promise.resolve(answerOf(query, none)) : slow.promise,
    });
    const said = async () =>
      (await screen.findByText('Nothing on this device matches “qu”.', { selector: '.state p' }))
        .closest('[data-answers]')
        ?.getAttribute('aria-busy');
    typeQuery('qu');
    expect(await said()).toBe('false');
    typeQuery('quo');
    expect(await said()).toBe('true');
    slow.settle(answerOf('quo', none));
    await screen.findByText('Nothing on this device matches “quo”.', { selector: '.state p' });
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  });

  it('opens the only paper of a pasted id', async () => {
    showDigest({
      search: async ({ query }) =>
        answerOf(query, {
          total: 1,
          results: [resultOf(lumen)],
          pasted: { arxivId: lumen.arxivId, doi: null },
        }),
    });
    typeQuery('2511.08892');
    const details = await button(`Details: ${lumen.title}`);
    expect(details.getAttribute('aria-expanded')).toBe('true');
  });

  it('links to the page of a pasted id that is not stored', async () => {
    showDigest({
      search: async ({ query }) =>
        answerOf(query, { total: 0, results: [], pasted: { arxivId: '2404.02905', doi: null } }),
    });
    typeQuery('https://arxiv.org/abs/2404.02905');
    await screen.findByText('2404.02905 is not on this device.');
    expect((await link('Open on arXiv')).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2404.02905',
    );
  });

  it('offers searches elsewhere when there is no result, and says that the query leaves', async () => {
    showDigest({ search: async ({ query }) => answerOf(query, { total: 0, results: [] }) });
    typeQuery('a&b');
    await screen.findByText(/sends these words/);
    expect((await link('Search arXiv')).getAttribute('href')).toBe(
      'https://arxiv.org/search/?query=a%26b&searchtype=all',
    );
    expect((await link('Search Hugging Face')).getAttribute('href')).toBe(
      'https://huggingface.co/papers?q=a%26b',
    );
  });

  it('says what in the query is not understood, and shows more on a click', async () => {
    const { background } = showDigest({
      search: async ({ query }) =>
        answerOf(query, { total: 60, problems: [{ code: 'bad-date', text: 'year:' }] }),
    });
    typeQuery('year: x');
    await screen.findByText(/^“year:” is not a date/);
    fireEvent.click(await button('Show more'));
    await waitFor(() =>
      expect(background.search).toHaveBeenLastCalledWith(
        expect.objectContaining({ offset: 0, limit: 40 }),
      ),
    );
  });
});

describe('suggestions', () => {
  it('complete a word, and keep the focus in the box', async () => {
    showDigest({
      search: async ({ query }) =>
        answerOf(query, { completions: query === 'lum' ? ['lumen', 'luminous'] : [] }),
    });
    typeQuery('lum');
    const offered = within(await screen.findByRole('list', { name: 'Suggestions' }));
    const buttons = offered.getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['lumen', 'luminous']);
    buttons[1]?.focus();
    fireEvent.click(buttons[1] as HTMLElement);
    expect(searchBox().value).toBe('luminous');
    expect(document.activeElement).toBe(searchBox());
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Suggestions' })).toBeNull());
  });

  it('correct a word that no paper has', async () => {
    showDigest({
      search: async ({ query }) => answerOf(query, { correction: 'lumen', completions: ['no'] }),
    });
    typeQuery('lumne');
    const offered = within(await screen.findByRole('list', { name: 'Did you mean' }));
    expect(offered.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['lumen']);
  });
});
