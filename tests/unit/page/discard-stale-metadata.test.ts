import { describe, expect, it } from 'vitest';
import { discardStaleMetadata } from '../../../lib/page/discard-stale-metadata.ts';
import { rulesFor } from '../../../lib/page/page-rules.ts';
import { sites } from '../../../lib/page/sites/table.ts';
import type { Detection, PagePaper } from '../../../lib/paper/paper.ts';

const before: PagePaper = {
  arxivId: '2601.00001',
  doi: null,
  title: 'The paper before',
  abstract: 'What it says.',
  authors: ['Ada Okafor'],
  published: '2026-01-05',
  site: 'openreview',
  view: 'abstract',
};
const verdict = (paper: Partial<PagePaper>): Detection => ({
  kind: 'paper',
  site: 'openreview',
  paper: { ...before, ...paper },
  evidence: ['citation_title'],
});
const address = (paper: Partial<PagePaper>): Detection =>
  verdict({ title: null, abstract: null, authors: [], published: null, arxivId: null, ...paper });

describe('a document of the previous paper', () => {
  it('is no paper while the address has no id', () => {
    expect(discardStaleMetadata(verdict({}), address({}), before).kind).toBe('none');
  });

  it('contributes nothing to the ids of the address', () => {
    const found = discardStaleMetadata(
      verdict({ arxivId: '2602.00002' }),
      address({ arxivId: '2602.00002' }),
      before,
    );
    expect(found).toMatchObject({
      kind: 'paper',
      paper: { arxivId: '2602.00002', title: null, abstract: null, authors: [], published: null },
    });
  });

  it('loses its abstract when only the title is new', () => {
    const found = discardStaleMetadata(
      verdict({ title: 'The next', arxivId: null }),
      address({}),
      before,
    );
    expect(found).toMatchObject({ paper: { title: 'The next', abstract: null } });
  });

  it('is used unchanged when everything is new', () => {
    const found = verdict({ title: 'The next', abstract: 'New words.', arxivId: '2602.00002' });
    expect(discardStaleMetadata(found, address({}), before)).toEqual(found);
  });
});

describe('two addresses', () => {
  it.each([
    [
      'https://openreview.net/forum?id=aB3xYz01Qw',
      'https://openreview.net/forum?id=aB3xYz01Qw&noteId=x',
      true,
    ],
    [
      'https://openreview.net/forum?id=aB3xYz01Qw',
      'https://openreview.net/pdf?id=aB3xYz01Qw',
      true,
    ],
    [
      'https://openreview.net/forum?id=aB3xYz01Qw',
      'https://openreview.net/forum?id=aB4xYz01Qw',
      false,
    ],
    ['https://arxiv.org/abs/2601.00001', 'https://arxiv.org/abs/2601.00001v2#content', true],
    ['https://arxiv.org/abs/2601.00001', 'https://arxiv.org/abs/2601.00002', false],
    ['https://journal.example.org/a?x=1', 'https://journal.example.org/a?x=1#s2', true],
    ['https://journal.example.org/a?x=1', 'https://journal.example.org/a?x=2', false],
  ])('%s and %s: one work is %s', (a, b, same) => {
    expect(rulesFor(sites).sameWork(a, b)).toBe(same);
  });

  it('of arXiv are compared by the detector of the install hosts', () => {
    const [a, b] = ['https://arxiv.org/abs/2601.00001', 'https://arxiv.org/html/2601.00001v1'];
    expect(rulesFor(null).sameWork(a, b)).toBe(true);
    expect(rulesFor(null).sameWork(a, 'https://arxiv.org/list/cs.LG/new')).toBe(false);
  });
});
