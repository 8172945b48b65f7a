// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { useUniqueId } from '../../components/use-unique-id.ts';

const One = () => <p id={useUniqueId()} />;

function Some({ count }: { count: number }) {
  return Array.from({ length: count }, (_, at) => <One key={String(at)} />);
}

it('gives what is drawn later, after the root was rendered again, an id of its own', () => {
  const root = document.createElement('div');
  for (const count of [1, 2, 3]) render(<Some count={count} />, root);
  const ids = [...root.children].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
});
