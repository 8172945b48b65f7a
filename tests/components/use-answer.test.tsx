// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
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

it('keeps the answer that is there where looking again fails, and not where asking again does', async () => {
  let works = true;
  let [again, look] = [() => {}, () => {}];
  function View() {
    const [answer, ...ways] = useAnswer(
      () => (works ? Promise.resolve('here') : Promise.reject(new Error('gone'))),
      '',
    );
    [again, look] = ways;
    return (
      <p>
        {answer.state} {answer.value}
      </p>
    );
  }
  render(<View />);
  await screen.findByText('ready here');
  works = false;
  act(look);
  await screen.findByText('waiting here');
  await screen.findByText('ready here');
  act(again);
  await screen.findByText('failed');
  act(look);
  await screen.findByText('failed');
});
