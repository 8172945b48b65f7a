import { describe, expect, it } from 'vitest';
import { abstractUrl, toHttpsUrl } from '../../../components/paper/paper-urls.ts';

describe('the URLs of a paper', () => {
  it.each([
    [{ arxivId: '2404.02905', doi: null }, 'https://arxiv.org/abs/2404.02905'],
    [{ arxivId: 'math/0309136', doi: null }, 'https://arxiv.org/abs/math/0309136'],
    [{ arxivId: '1"><b', doi: null }, 'https://arxiv.org/abs/1%22%3E%3Cb'],
    [{ arxivId: null, doi: '10.1/a b' }, 'https://doi.org/10.1/a%20b'],
    [{ arxivId: null, doi: null }, null],
  ])('of %o are %s', (ids, address) => expect(abstractUrl(ids)).toBe(address));

  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['http://github.com/a', null],
    ['javascript:alert(1)', null],
    ['https://user@host.example/', null],
    ['not a URL', null],
    [null, null],
  ])('%s passes as %s', (url, passed) => expect(toHttpsUrl(url)).toBe(passed));
});
