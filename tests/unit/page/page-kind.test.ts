import { describe, expect, it } from 'vitest';
import { listingKindOf, pageKindOf } from '../../../lib/page/page-kind.ts';

describe('the kind of a page', () => {
  it('is the row of the site table and the view, whatever the host', () => {
    const paper = { site: 'arxiv', view: 'pdf' } as const;
    expect(pageKindOf(paper, 'arxiv.org')).toBe('arxiv:pdf');
    expect(pageKindOf(paper, 'export.arxiv.org')).toBe('arxiv:pdf');
    expect(listingKindOf('arxiv')).toBe('arxiv:listing');
  });

  it('is the host where no row knows the site, so that hiding on one leaves the others', () => {
    const paper = { site: 'unlisted', view: 'other' } as const;
    expect(pageKindOf(paper, 'www.journal.example.org')).toBe('journal.example.org:other');
    expect(pageKindOf(paper, 'other.example.org')).toBe('other.example.org:other');
    expect(pageKindOf(paper, '')).toBe('unlisted:other');
    expect(pageKindOf(paper, `${'long.'.repeat(50)}example.org`).length).toBeLessThanOrEqual(80);
  });
});
