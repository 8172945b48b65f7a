import { describe, expect, it } from 'vitest';
import { listingKindOf, pageKindOf } from '../../../lib/page/page-kind.ts';

describe('pageKindOf', () => {
  it('is the row of the site table and the view, for every host of the row', () => {
    const paper = { site: 'arxiv', view: 'pdf' } as const;
    expect(pageKindOf(paper, 'arxiv.org')).toBe('arxiv:pdf');
    expect(pageKindOf(paper, 'export.arxiv.org')).toBe('arxiv:pdf');
    expect(listingKindOf('arxiv')).toBe('arxiv:listing');
  });

  it('is the host of a site outside the table, so that hiding on one does not affect others', () => {
    const paper = { site: 'unlisted', view: 'other' } as const;
    expect(pageKindOf(paper, 'www.journal.example.org')).toBe('journal.example.org:other');
    expect(pageKindOf(paper, 'other.example.org')).toBe('other.example.org:other');
    expect(pageKindOf(paper, '')).toBe('unlisted:other');
    expect(pageKindOf(paper, `${'long.'.repeat(50)}example.org`).length).toBeLessThanOrEqual(80);
  });
});
