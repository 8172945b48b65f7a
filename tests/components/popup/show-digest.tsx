import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import { DigestView, type DigestViewProps } from '../../../components/popup/DigestView.tsx';
import type { SearchAnswer } from '../../../lib/answers/papers/search-answer.ts';
import type { UnreadAnswer } from '../../../lib/answers/topics/unread-answer.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import type { Detection } from '../../../lib/paper/paper.ts';
import {
  alerted,
  around,
  fakeBackground,
  listed,
  lumen,
  nextScale,
  pagePaper,
  preview,
  resultOf,
  status,
} from '../fakes.ts';

export const topic = {
  id: 't1',
  name: 'tokenizers',
  query: 'tokenizer',
  created: '2026-11-01T00:00:00.000Z',
};
export const oneUnread: UnreadAnswer = {
  total: 1,
  topics: [{ topic, unread: [alerted(lumen)], below: [], earlier: [listed(nextScale)] }],
};
export const nothingUnread: UnreadAnswer = { total: 0, topics: [] };
export const onPaper: Detection = { kind: 'paper', site: 'arxiv', paper: pagePaper, evidence: [] };

export const answerOf = (query: string, changed: Partial<SearchAnswer> = {}): SearchAnswer => ({
  query,
  total: 2,
  results: [resultOf(lumen), resultOf(nextScale, false)],
  pasted: null,
  problems: [],
  completions: [],
  correction: null,
  partial: false,
  status,
  ...changed,
});

/** Draws the popup with one unread paper; `update` draws it again with other props. */
export function showDigest(
  answers: Partial<Background> = {},
  props: Partial<DigestViewProps> = {},
) {
  const background = fakeBackground({
    unread: async () => oneUnread,
    latest: async () => ({ papers: [listed(nextScale)], status }),
    topics: async () => [topic],
    markRead: async () => null,
    search: async ({ query }) => answerOf(query),
    previewTopic: async () => preview,
    ...answers,
  });
  const open = vi.fn();
  const onRemember = vi.fn();
  const view = (changed: Partial<DigestViewProps>) => (
    <DigestView
      background={background}
      layout="popup"
      open={open}
      tabPaper={null}
      remembered={null}
      onRemember={onRemember}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => undefined}
      around={around}
      {...props}
      {...changed}
    />
  );
  const { rerender, container } = render(view({}));
  const update = (changed: Partial<DigestViewProps>) => rerender(view(changed));
  return { background, open, onRemember, container, update };
}
