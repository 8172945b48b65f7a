// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { TopicReasons } from '../../../lib/topics/topic-reasons.ts';
import { lumen } from '../fakes.ts';
import { showDigest, topic } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the reasons of a topic', () => {
  it('say why it matches a paper, or not', async () => {
    const topicReasons = async (): Promise<TopicReasons[]> => [
      {
        topic,
        matches: false,
        alertedAt: null,
        checks: [
          { kind: 'words', field: 'any', words: 'tokenizer', without: false, holds: true },
          { kind: 'limit', least: 60, has: 48, holds: false },
        ],
      },
    ];
    showDigest({ topicReasons });
    fireEvent.click(await button(`Details: ${lumen.title}`));
    fireEvent.click(await button('Why did (or didn’t) this match my topics?'));
    await screen.findByText('Doesn’t match “tokenizers”');
    const [has, hasNot] = screen.getAllByRole('listitem').filter((one) => one.dataset.verdict);
    expect(has?.textContent).toBe('Yes: “tokenizer” in title, abstract or key terms');
    expect(hasNot?.textContent).toBe('No: your limit: 60 or more upvotes (now 48)');
  });
});
