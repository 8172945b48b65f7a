import { expect, it } from 'vitest';
import { listedPapers } from '../../fake-services/real-digest.ts';

const line = (id: string, date?: string) =>
  JSON.stringify({ id, title: `Paper ${id}`, abstract: 'Words.', date, published: '2025-01-02' });

it('lists papers on the days that JSON Lines give, and knows the newest', () => {
  const lines = [line('2501.00002', '2025-01-07'), line('2501.00001', '2025-01-06')];
  const listed = listedPapers(`${[...lines, line('2501.00003')].join('\n')}\n`);
  expect(listed?.newest).toBe('2025-01-07');
  expect(listed?.papers.map(({ id, listedAt }) => `${id} ${listedAt}`)).toEqual([
    '2501.00002 2025-01-07T04:00:00.000Z',
    '2501.00001 2025-01-06T04:00:00.000Z',
  ]);
});

it.each(['', 'Daily Papers\nA title', line('2501.00003')])(
  'finds no listed paper in %j',
  (text) => {
    expect(listedPapers(text)).toBeNull();
  },
);
