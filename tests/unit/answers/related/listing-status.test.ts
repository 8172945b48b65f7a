import { describe, expect, it } from 'vitest';
import { listingStatus } from '../../../../lib/answers/related/listing-status.ts';
import type { PagePaper, Paper } from '../../../../lib/paper/paper.ts';

const page = (over: Partial<PagePaper>): PagePaper => ({
  arxivId: null,
  doi: null,
  title: 'A title',
  abstract: null,
  authors: [],
  published: null,
  site: 'arxiv',
  view: 'abstract',
  ...over,
});
const checked = '2026-11-20T09:10:00.000Z';
const status = { completeSince: '2025-11-01', lastCheck: checked };

describe('listedTruth', () => {
  const listed = { sources: ['daily-papers'], listedAt: '2024-12-03', upvotes: 33 } as Paper;
  const starterOnly = { sources: ['starter'], listedAt: null, upvotes: null } as unknown as Paper;

  it.each([
    [
      'a listed paper',
      page({}),
      listed,
      status,
      { state: 'listed', day: '2024-12-03', upvotes: 33 },
    ],
    [
      'published within the stored days',
      page({ published: '2026-01-05' }),
      null,
      status,
      { state: 'not-listed', checked },
    ],
    [
      'published before the stored days',
      page({ published: '2025-10-31' }),
      null,
      status,
      { state: 'unknown', since: '2025-11-01' },
    ],
    [
      'only an id, of a month stored whole',
      page({ arxivId: '2511.00001' }),
      null,
      status,
      { state: 'not-listed', checked },
    ],
    [
      'only an id, of a month stored in part',
      page({ arxivId: '2510.30001' }),
      null,
      status,
      { state: 'unknown', since: '2025-11-01' },
    ],
    [
      'an old id',
      page({ arxivId: 'math/0309136' }),
      null,
      status,
      { state: 'unknown', since: '2025-11-01' },
    ],
    ['no date at all', page({}), null, status, { state: 'unknown', since: '2025-11-01' }],
    [
      'nothing stored yet',
      page({ published: '2026-01-05' }),
      null,
      { completeSince: null, lastCheck: null },
      { state: 'unknown', since: null },
    ],
    [
      'a starter paper',
      page({ published: '2024-12-03' }),
      starterOnly,
      status,
      { state: 'unknown', since: '2025-11-01' },
    ],
  ])('%s', (_, paper, self, known, truth) => {
    expect(listingStatus(paper, self, known)).toEqual(truth);
  });
});
