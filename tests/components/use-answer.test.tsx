// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { useAnswer } from '../../components/use-answer.ts';

afterEach(cleanup);

it('never gives the last answer as the one to a new question', async () => {
  const seen: string[] = [];
  function View({ asked }: { asked: string }) {
    const [{ state, value }] = useAnswer(async () => `${asked}!`, asked);
    seen.push(`${asked}: ${state} ${value}`);
    return <p>{value}</p>;
  }
  const { rerender } = render(<View asked="one" />);
  await screen.findByText('one!');
  rerender(<View asked="two" />);
  await screen.findByText('two!');
  expect([...new Set(seen)]).toEqual([
    'one: waiting null',
    'one: ready one!',
    'two: waiting one!',
    'two: ready two!',
  ]);
});
