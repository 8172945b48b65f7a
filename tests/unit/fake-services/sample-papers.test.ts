import { describe, expect, it } from 'vitest';
import { samplePapers, weekdaysBefore } from '../../fake-services/sample-papers.ts';

describe('the sample papers', () => {
  it.each(['2026-01-01', '2026-03-02', '2026-11-22'])(
    'of %s are listed on weekdays before it',
    (today) => {
      const listed = samplePapers(today).flatMap(({ listedAt }) => (listedAt ? [listedAt] : []));
      expect(listed.length).toBeGreaterThan(60);
      for (const moment of listed) {
        expect(moment < today).toBe(true);
        expect([0, 6]).not.toContain(new Date(moment).getUTCDay());
      }
    },
  );

  it('are the same each time, and no two alike', () => {
    const papers = samplePapers('2026-11-23');
    expect(samplePapers('2026-11-23')).toEqual(papers);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    expect(new Set(papers.map(({ title }) => title)).size).toBe(papers.length);
    expect(new Set(papers.map(({ abstract }) => abstract)).size).toBe(papers.length);
    expect(papers.every(({ id }) => /^\d{4}\.\d{5}$/.test(id))).toBe(true);
  });

  it('skip the weekend', () => {
    expect(weekdaysBefore('2026-11-23', 3)).toEqual(['2026-11-20', '2026-11-19', '2026-11-18']);
  });
});
