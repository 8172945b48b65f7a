import { describe, expect, it } from 'vitest';
import { papersOnListing } from '../../../lib/page/listing.ts';
import { documentOf, pageDocument } from './fixtures.ts';

describe('papersOnListing', () => {
  it('reads arXiv’s new submissions with their abstracts', () => {
    const papers = papersOnListing(
      'https://arxiv.org/list/cs.CV/new',
      pageDocument('pages/arxiv-new.htm'),
    );
    expect(papers).toHaveLength(2);
    expect(papers[0]).toMatchObject({
      arxivId: '2106.00042',
      title: 'Which Stones Look Alike Under Slanted Light?',
      authors: ['Ada Stone', 'B. C. Brook'],
      site: 'arxiv',
    });
    expect(papers[0]?.abstract).toMatch(/^We keep a shelf/);
    expect(papers[1]).toMatchObject({
      arxivId: 'hep-th/9901001',
      title: 'On Pebbles',
      abstract: null,
    });
  });

  it('reads arXiv’s search results', () => {
    const papers = papersOnListing(
      'https://arxiv.org/search/',
      pageDocument('pages/arxiv-search.htm'),
    );
    expect(papers.map((paper) => paper.title)).toEqual(['Stones 43', 'Stones 44']);
    expect(papers[0]?.abstract).toMatch(/stones\.$/);
  });

  it('reads Hugging Face’s data, and its cards when there are no data', () => {
    const document = pageDocument('pages/hf-daily.htm');
    const url = 'https://huggingface.co/papers';
    expect(papersOnListing(url, document).map((paper) => paper.arxivId)).toEqual([
      '2106.00042',
      '2106.00043',
    ]);
    document.querySelector('[data-props]')?.removeAttribute('data-props');
    expect(papersOnListing(url, document)).toMatchObject([
      {
        arxivId: '2106.00042',
        title: 'Which Stones Look Alike Under Slanted Light?',
        abstract: null,
      },
    ]);
  });

  it('finds nothing where nothing is listed', () => {
    expect(papersOnListing('https://arxiv.org/', documentOf('<html><body></body></html>'))).toEqual(
      [],
    );
  });
});
