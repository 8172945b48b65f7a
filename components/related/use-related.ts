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
}

const secondsBetweenLooks = 5;

/** The related papers as wished; asked again while the digest is loading and someone looks. */
export function useRelated(paper: PagePaper, looking: boolean): Related {
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
  const loading = answer.value?.status.loading?.state === 'running';
  useEvery(secondsBetweenLooks, looking && loading, again);
  return {
    paper,
    answer,
    again,
    wishes,
    wish: (changed) => setWishes((before) => ({ ...before, ...changed })),
  };
}

/** One string for one paper: a change of it is another paper. */
export const paperKey = ({ arxivId, doi, title }: PagePaper): string =>
  JSON.stringify(arxivId ?? doi ?? title);
