// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { Highlighted } from '../../../components/paper/Highlighted.tsx';
import type { Range } from '../../../lib/search/results/search-result.ts';

describe('highlights', () => {
  it('do not change the text, whatever the ranges', () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(range), (text, ranges) => {
        const { container, unmount } = render(
          <Highlighted text={text} ranges={ranges as Range[]} />,
        );
        const same = container.textContent === text;
        unmount();
        return same;
      }),
      { numRuns: 60 },
    );
  });
});
