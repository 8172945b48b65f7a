import { describe, expect, it } from 'vitest';
import { pdfAddress, possiblePdf } from '../../../lib/page/pdf-address.ts';

describe('pdfAddress', () => {
  it.each([
    ['https://example.edu/~stone/stones.pdf', null],
    ['https://example.edu/2106.00042v2.pdf?x=1#page=2', '2106.00042'],
    ['file:///home/stone/arXiv_2106.00042.pdf', '2106.00042'],
    ['file:///home/stone/A%20day%20among%20stones.PDF', null],
  ])('offers %s', (url, arxivId) => {
    expect(pdfAddress(url)).toMatchObject({
      kind: 'paper',
      site: 'unlisted',
      paper: { arxivId, view: 'pdf' },
    });
  });

  it.each([
    'https://example.edu/stones.html',
    'https://example.edu/.pdf',
    'https://arxiv.org/pdf/x.pdf',
    'stones.pdf',
  ])('leaves %s alone', (url) => expect(pdfAddress(url)).toBeNull());
});

describe('possiblePdf', () => {
  it.each([
    ['https://files.example.org/a.pdf', 'Tides of Attention in Documents', true],
    ['file:///home/reader/a.pdf', 'Tides of Attention in Documents', true],
    ['https://files.example.org/a.pdf', 'a.pdf', false],
    ['https://files.example.org/a.pdf', 'Untitled document', false],
    ['https://files.example.org/a.pdf', undefined, false],
  ])('%s with the tab’s title %s goes by it: %s', (url, title, named) => {
    expect(possiblePdf(url, title)).toMatchObject({ view: 'pdf', title: named ? title : null });
  });

  it('is null on a site of the table, and where there is no PDF', () => {
    expect(possiblePdf('https://arxiv.org/pdf/2403.01234', 'A title of words')).toBeNull();
    expect(possiblePdf('https://files.example.org/a.html', 'A title of words')).toBeNull();
  });
});
