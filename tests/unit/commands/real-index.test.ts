import { describe, expect, it } from 'vitest';
import { indexOf } from '../../commands/real-index.ts';
import type { Visit } from '../../commands/visit-page.ts';

const visit: Visit = {
  page: {
    file: 'abs.html',
    url: 'https://arxiv.org/abs/2501.00001',
    kind: 'paper',
    expected: { paper: true, title: 'A Paper' },
    capture: 'real',
  },
  recognized: 'A Paper',
  said: '',
  related: ['First', 'Second'],
  pictures: [
    {
      file: 'a-phone.png',
      label: 'phone 360×800',
      panel: { x: 0, y: 1788.4, width: 360, height: 300 },
      isOnScreen: false,
    },
  ],
};
const written = (changes: Partial<Visit>, missing: string[] = []) =>
  indexOf([{ ...visit, ...changes }], [], () => missing);

describe('the index of real pages', () => {
  it('lists page, paper, related papers and where the panel is', () => {
    const text = written({});
    expect(text).toContain('## https://arxiv.org/abs/2501.00001');
    expect(text).toContain('- Recognized: paper “A Paper”\n');
    expect(text).toContain('- Related papers: 2\n  1. First\n  2. Second\n');
    expect(text).toContain('panel 360×300 at 0, 1788, below the screen');
  });

  it('marks what differs from the manifest', () => {
    expect(written({ recognized: null })).toContain('**no paper, expected “A Paper”**');
    const page = { ...visit.page, expected: { paper: false } };
    expect(written({ page })).toContain('**paper “A Paper”, expected none**');
  });

  it('names missing style sheets and pages that failed', () => {
    expect(written({}, ['https://arxiv.org/a.css'])).toContain('missing: https://arxiv.org/a.css');
    const failed = indexOf([], [{ url: 'https://a.example/', message: 'Timeout' }], () => []);
    expect(failed).toContain('**Failed: https://a.example/**: Timeout');
  });
});
