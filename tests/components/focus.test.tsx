// @vitest-environment happy-dom
/** When the focused element is removed, the focus moves to its replacement. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useKeptFocus } from '../../components/keep-focus.ts';
import { DigestView } from '../../components/popup/DigestView.tsx';
import { AsyncContent } from '../../components/shared/AsyncContent.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { Background } from '../../lib/messages/contract.ts';
import { alerted, around, failing, fakeBackground, paperOf, resultOf, status } from './fakes.ts';

afterEach(cleanup);

function Root({ children }: { children: ComponentChildren }) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  return <div ref={root}>{children}</div>;
}

function List() {
  const [left, setLeft] = useState(['a', 'b', 'c']);
  return (
    <ul>
      {left.map((name) => (
        <li key={name}>
          <button type="button" onClick={() => setLeft(left.filter((one) => one !== name))}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Swap() {
  const [open, setOpen] = useState(false);
  return (
    <p>
      <button type="button">before</button>
      {open ? (
        <span>
          <button type="button" onClick={() => setOpen(false)}>
            inner
          </button>
        </span>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          open
        </button>
      )}
      <button type="button">behind</button>
    </p>
  );
}

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};
const hasFocus = (words: string) =>
  waitFor(() => expect(document.activeElement?.textContent).toBe(words));

describe('the focus', () => {
  it('moves to the next of a list, at its end to the one before, at last to the container', async () => {
    const { container } = render(<Root children={<List />} />);
    await press('b');
    await hasFocus('c');
    await press('c');
    await hasFocus('a');
    await press('a');
    await waitFor(() => expect(document.activeElement).toBe(container.firstElementChild));
  });

  it('moves to the replacement, and back', async () => {
    render(<Root children={<Swap />} />);
    await press('open');
    await hasFocus('inner');
    await press('inner');
    await hasFocus('open');
  });

  it('stays away where it was elsewhere when something went', async () => {
    render(
      <>
        <button type="button">page</button>
        <Root children={<List />} />
      </>,
    );
    const button = screen.getByRole('button', { name: 'b' });
    button.focus();
    screen.getByRole('button', { name: 'page' }).focus();
    await Promise.resolve();
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'b' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('page');
    (document.activeElement as HTMLElement).blur();
    fireEvent.click(screen.getByRole('button', { name: 'c' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'c' })).toBeNull());
    expect(document.activeElement).toBe(document.body);
  });

  it('stays in the view when a failed call is retried', async () => {
    let tries = 0;
    const ask = () => (++tries === 1 ? failing('No.')() : Promise.resolve('there'));
    function View() {
      const [answer, again] = useAnswer(ask as () => Promise<string>, '');
      return (
        <AsyncContent answer={answer} waitingWords="…" failedWords="Failed" onRetry={again}>
          {(value) => <p>{value}</p>}
        </AsyncContent>
      );
    }
    const { container } = render(<Root children={<View />} />);
    await press('Try again');
    await screen.findByText('there');
    expect(container.contains(document.activeElement)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('the focus in the popup', () => {
  const papers = Array.from({ length: 25 }, (_, at) =>
    paperOf(`2501.${10_000 + at}`, `Paper of the number ${at}`),
  );
  const topic = { id: 't', name: 'Numbers', query: 'number', created: '2026-11-01T00:00:00.000Z' };
  const done = vi.fn();
  function show(answers: Partial<Background>, pinHint = false) {
    const noop = () => undefined;
    const background = fakeBackground({
      unread: async () => ({ total: 0, topics: [] }),
      latest: async () => ({ papers: [], status }),
      notificationStatus: async () => ({ on: false, minute: 0, offered: true, asked: false }),
      setNotifications: async () => ({ on: false, minute: 0, offered: true, asked: true }),
      syncStatus: failing('None.'),
      ...answers,
    });
    render(
      <DigestView
        background={background}
        layout="popup"
        {...{ open: noop, tabPaper: null, remembered: null, pinHint, around }}
        {...{ onRemember: noop, onPinHintDone: done, onOptions: noop }}
      />,
    );
  }
  const main = () => screen.getByRole('main');

  it('moves to the first of the results that were added', async () => {
    show({
      search: async ({ query, limit }) => ({
        ...{
          query,
          total: 25,
          pasted: null,
          problems: [],
          completions: [],
          correction: null,
          partial: false,
          status,
        },
        results: papers.slice(0, limit).map((paper) => resultOf(paper)),
      }),
    });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'number' } });
    await press('Show more');
    await hasFocus('Paper of the number 20');
  });

  it('moves to the next unread paper when one is read and disappears', async () => {
    const unread = papers.slice(0, 3).map((paper) => alerted(paper));
    show({
      unread: async () => ({
        total: unread.length,
        topics: [{ topic, unread: [...unread], below: [], earlier: [] }],
      }),
      markRead: async ({ ids }) => {
        unread.splice(0, 3, ...unread.filter(({ paper }) => !ids.includes(paper.id)));
        return null;
      },
    });
    const link = await screen.findByRole('link', { name: 'Paper of the number 1' });
    link.focus();
    fireEvent.keyDown(link, { key: 'r' });
    await hasFocus('Paper of the number 2');
    fireEvent.keyDown(document.activeElement as Element, { key: 'r' });
    await waitFor(() => expect(unread.length).toBe(1));
    await waitFor(() => expect(main().contains(document.activeElement)).toBe(true));
  });

  it('stays when an offer is declined', async () => {
    const unread = [alerted(papers[0] as (typeof papers)[0])];
    show({
      unread: async () => ({
        total: 1,
        topics: [{ topic, unread, below: [], earlier: [] }],
      }),
    });
    await press('No, thanks');
    await hasFocus('Mark all as read');
  });
});
