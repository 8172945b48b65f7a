import { useState } from 'preact/hooks';
import type { RelatedAnswer, SortOrder } from '../../lib/messages/answers.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useSurroundings } from '../surroundings.ts';
import { type Answer, useAnswer, useEvery } from '../use-answer.ts';

/** How the reader wants the related papers of this one paper. */
export interface Wishes {
  sort: SortOrder;
  onlyNewer: boolean;
  ignoredTerms: string[];
}

export interface Related {
  paper: PagePaper;
  answer: Answer<RelatedAnswer>;
  again: () => void;
  wishes: Wishes;
  wish: (changed: Partial<Wishes>) => void;
  /** The reader has said that this is not the page's paper, a moment ago or, `before`, earlier. */
  refused: 'now' | 'before' | null;
  /** Says so, or takes it back. */
  refuse: (refused: boolean) => void;
}

const secondsBetweenLooks = 5;

/** The related papers as wished; asked again while the digest is loading and someone looks. */
export function useRelated(paper: PagePaper, looking: boolean, isPrivate = false): Related {
  const { background } = useSurroundings();
  const [wishes, setWishes] = useState<Wishes>({
    sort: 'similarity',
    onlyNewer: false,
    ignoredTerms: [],
  });
  const [answer, again] = useAnswer(
    () => background.related({ paper, ...wishes }),
    JSON.stringify([paper, wishes]),
  );
  const [said, setSaid] = useState<boolean | null>(null);
  const refuse = (refused: boolean) => {
    setSaid(refused);
    void background.notThisPaper({ paper, refused, keep: !isPrivate }).then(again, () => undefined);
  };
  const before = answer.value?.outcome.state === 'refused';
  const loading = answer.value?.status.loading?.state === 'running';
  useEvery(secondsBetweenLooks, looking && loading, again);
  return {
    paper,
    answer,
    again,
    wishes,
    wish: (changed) => setWishes((wished) => ({ ...wished, ...changed })),
    refused: said ? 'now' : said === null && before ? 'before' : null,
    refuse,
  };
}

/** One string for one paper: a change of it is another paper. */
export const paperKey = ({ arxivId, doi, title }: PagePaper): string =>
  JSON.stringify(arxivId ?? doi ?? title);
