import { describe, expect, it } from 'vitest';
import { pdfAddress } from '../../../lib/page/pdf-address.ts';

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
