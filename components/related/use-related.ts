import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { withThing } from '../../lib/ignored/ignored.ts';
import type { IgnoredThing, RelatedAnswer, SortOrder } from '../../lib/messages/answers.ts';
import { FailureError } from '../../lib/messages/failure.ts';
import { keysOf } from '../../lib/paper/identity.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useSurroundings } from '../surroundings.ts';
import { type Answer, useAnswer, useEvery } from '../use-answer.ts';

/** How the reader wants the related papers of this one paper. */
export interface Wishes {
  sort: SortOrder;
  onlyNewer: boolean;
  /** Words ignored for as long as the view is open: in private windows, where nothing is kept. */
  ignoredTerms: string[];
}

export interface Related {
  paper: PagePaper;
  answer: Answer<RelatedAnswer>;
  again: () => void;
  wishes: Wishes;
  wish: (changed: Partial<Wishes>) => void;
  ignored: RelatedAnswer['ignored'];
  /**
   * Ignores something in all panels or, not `everywhere`, in this one; or no longer. Rejects with
   * a sentence where that cannot be kept.
   */
  ignore: (thing: IgnoredThing, everywhere: boolean, ignored: boolean) => Promise<void>;
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
  const ignore = async (thing: IgnoredThing, everywhere: boolean, ignored: boolean) => {
    const ids = keysOf(paper);
    const beside = everywhere ? {} : { beside: { ids, title: paper.title ?? '' } };
    const { kept } =
      everywhere || ids.length > 0
        ? await background.ignore({ thing, ...beside, ignored, keep: !isPrivate })
        : { kept: false };
    if (kept) return again();
    if (everywhere || thing.kind !== 'word') {
      throw new FailureError({ code: 'not-allowed', message: i18n.t('ignore.private') });
    }
    setWishes((wished) => ({
      ...wished,
      ignoredTerms: withThing(asWords(wished.ignoredTerms), thing, ignored).map(({ what }) => what),
    }));
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
    ignored: {
      here: [...asWords(wishes.ignoredTerms), ...(answer.value?.ignored.here ?? [])],
      everywhere: answer.value?.ignored.everywhere ?? [],
    },
    ignore,
    refused: said ? 'now' : said === null && before ? 'before' : null,
    refuse,
  };
}

const asWords = (words: string[]): IgnoredThing[] => words.map((what) => ({ kind: 'word', what }));

/** One string for one paper: a change of it is another paper. */
export const paperKey = ({ arxivId, doi, title }: PagePaper): string =>
  JSON.stringify(arxivId ?? doi ?? title);
