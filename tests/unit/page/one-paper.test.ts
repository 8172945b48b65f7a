import { describe, expect, it } from 'vitest';
import { detectAnywhere } from '../../../lib/page/detect.ts';
import { AliasTable, keysOf } from '../../../lib/paper/identity.ts';
import type { PagePaper } from '../../../lib/paper/paper.ts';
import { documentOf } from './fixtures.ts';

const title = 'Tides of Attention in Very Long Documents';
const abstract = `We look at what attention does in documents of a million words, and find tides.
  They come and go with chapters. A model that knows of them reads twice as fast.`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const highwire = (authors: string[], more = '') =>
  `${meta('citation_title', title)}${authors.map((name) => meta('citation_author', name)).join('')}
   ${meta('citation_abstract', abstract)}${more}`;

/** One paper on eight hosts. */
const pages: [string, string, string][] = [
  [
    'arXiv’s abstract page',
    'https://arxiv.org/abs/2403.01234v3',
    highwire(['Okafor, Ada', 'Wu, Chen'], meta('citation_arxiv_id', '2403.01234')),
  ],
  ['arXiv’s PDF', 'https://arxiv.org/pdf/2403.01234', ''],
  [
    'Hugging Face',
    'https://huggingface.co/papers/2403.01234',
    `<title>Paper page - ${title}</title>`,
  ],
  ['a reader', 'https://www.alphaxiv.org/abs/2403.01234', `<title>${title} | alphaXiv</title>`],
  [
    'DOI of arXiv on a journal’s page',
    'https://journal.example.org/tides',
    highwire(['Ada Okafor', 'Chen Wu'], meta('citation_doi', '10.48550/arXiv.2403.01234')),
  ],
  [
    'OpenReview, by its title and first author',
    'https://openreview.net/forum?id=aB3xYz01Qw',
    highwire(['Ada Okafor', 'Chen Wu']),
  ],
  [
    'proceedings, by title and first author',
    'https://proceedings.mlr.press/v235/okafor24a.html',
    highwire(['Ada Okafor', 'Chen Wu'], meta('citation_publication_date', '2024-07-08')),
  ],
  [
    'a publisher with a DOI of its own',
    'https://journal.example.org/tides-in-print',
    highwire(['Okafor, A.', 'Wu, C.'], meta('citation_doi', '10.5555/tides.7')),
  ],
];

function paperOn(url: string, head: string): PagePaper {
  const html = `<!DOCTYPE html><html><head>${head}</head><body><h1>${title}</h1></body></html>`;
  const found = detectAnywhere(url, documentOf(html));
  if (found.kind !== 'paper') throw new Error(`No paper at ${url}: ${found.evidence.join('; ')}`);
  return found.paper;
}

describe('one paper on many hosts', () => {
  it('has one identity, in any order of hosts', () => {
    for (const order of [pages, pages.toReversed()]) {
      const table = new AliasTable();
      for (const [, url, head] of order) table.add(keysOf(paperOn(url, head)));
      const ids = order.map(([name, url, head]) => [name, table.find(keysOf(paperOn(url, head)))]);
      expect(ids.filter(([, id]) => id !== 'arxiv:2403.01234')).toEqual([]);
    }
  });

  it('differs from another paper of the same title', () => {
    const table = new AliasTable();
    for (const [, url, head] of pages) table.add(keysOf(paperOn(url, head)));
    const other = paperOn('https://openreview.net/forum?id=zZ9xYz01Qw', highwire(['Bram Silva']));
    expect(table.find(keysOf(other))).toBeNull();
    const ofArxiv = paperOn(
      'https://arxiv.org/abs/2509.04321',
      highwire(['Okafor, Ada'], meta('citation_arxiv_id', '2509.04321')),
    );
    expect(table.find(keysOf(ofArxiv))).toBeNull();
  });
});
