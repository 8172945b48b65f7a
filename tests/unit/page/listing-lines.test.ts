import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { listingLines } from '../../../lib/page/listing-lines.ts';

const lines = (body: string, url = 'https://arxiv.org/list/cs.LG/new') => {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${body}</body></html>`);
  return listingLines(url, document as unknown as Document).map(({ arxivId, place }) => [
    arxivId,
    place.className || place.localName,
  ]);
};

describe('the lines of a listing', () => {
  it('are those of arXiv’s lists, with the title as the label’s place', () => {
    const line = (id: string) =>
      `<dt><a name="i">[1]</a><a href ="/abs/${id}" title="Abstract">arXiv:${id}</a></dt>
       <dd><div class="meta"><div class="list-title">Title: One</div></div></dd>`;
    expect(
      lines(`<dl>${line('2601.00001')}${line('math/0611800')}${line('nonsense')}</dl>`),
    ).toEqual([
      ['2601.00001', 'list-title'],
      ['math/0611800', 'list-title'],
    ]);
  });

  it('are those of arXiv’s search, once each', () => {
    const result = (href: string) =>
      `<li class="arxiv-result"><p class="list-title"><a href="${href}">one</a>
       <a href="${href}v2">again</a></p></li>`;
    expect(lines(result('https://arxiv.org/abs/2601.00001'))).toEqual([
      ['2601.00001', 'list-title'],
    ]);
  });

  it('are Hugging Face’s cards, each by its heading only', () => {
    const card = `<article><a href="/papers/2601.00001"><img></a>
      <h3><a href="/papers/2601.00001">One</a></h3></article><a href="/papers/2601.00002">Two</a>`;
    expect(lines(card, 'https://huggingface.co/papers')).toEqual([['2601.00001', 'h3']]);
  });
});
