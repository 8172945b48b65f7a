import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RelatedAnswer, RelatedSortOrder } from '../../lib/answers/related/related-answer.ts';
import { FailureError } from '../../lib/failure/failure.ts';
import type { Request } from '../../lib/messages/contract.ts';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { toggleRule } from '../../lib/mutes/mute-rules.ts';
import { keysOf } from '../../lib/paper/identity.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { dayMs } from '../../lib/time/days.ts';
import { useAppContext } from '../app-context.ts';
import { type AnswerState, useAnswer, useEvery } from '../use-answer.ts';

/** How the user wants the related papers of this one paper. */
export interface PanelFilters {
  sort: RelatedSortOrder;
  onlyNewer: boolean;
  onlyLastYear: boolean;
  onlyUpvoted: boolean;
  onlyDaily: boolean;
  /** Papers of other sources stand where their likeness puts them, not below. */
  mixSources: boolean;
  /** Words ignored for as long as the view is open: in private windows, where nothing is kept. */
  ignoredTerms: string[];
}

export interface Related {
  paper: PagePaper;
  answer: AnswerState<RelatedAnswer>;
  again: () => void;
  wishes: PanelFilters;
  wish: (changed: Partial<PanelFilters>) => void;
  ignored: RelatedAnswer['ignored'];
  /**
   * Ignores something in all panels or, not `everywhere`, in this one; or no longer. Rejects with
   * a sentence where that cannot be kept.
   */
  ignore: (thing: MuteRule, everywhere: boolean, ignored: boolean) => Promise<void>;
  /** The user has said that this is not the page's paper, a moment ago or, `before`, earlier. */
  refused: 'now' | 'before' | null;
  /** Says so, or takes it back. */
  refuse: (refused: boolean) => void;
}

const secondsBetweenLooks = 5;

/** Fewer upvotes than this leave a paper out where the user wants upvoted ones. */
export const MIN_UPVOTES_FILTER = 10;
const yearMs = 365 * dayMs;

/** Shown without conditions. */
export const noFilters = {
  onlyNewer: false,
  onlyLastYear: false,
  onlyUpvoted: false,
  onlyDaily: false,
} satisfies Partial<PanelFilters>;

function requestFor(paper: PagePaper, wishes: PanelFilters, now: Date): Request<'related'> {
  const { sort, onlyNewer, mixSources, ignoredTerms } = wishes;
  const yearAgo = new Date(now.getTime() - yearMs).toISOString().slice(0, 10);
  const only = {
    ...(wishes.onlyLastYear ? { from: yearAgo } : {}),
    ...(wishes.onlyUpvoted ? { upvotes: MIN_UPVOTES_FILTER } : {}),
    ...(wishes.onlyDaily ? { sources: ['daily-papers' as const, 'starter' as const] } : {}),
  };
  return { paper, sort, onlyNewer, only, mixSources, ignoredTerms };
}

/** The related papers as wished; asked again while the digest is loading and someone looks. */
export function useRelated(paper: PagePaper, looking: boolean, isPrivate = false): Related {
  const { background, now } = useAppContext();
  const [wishes, setWishes] = useState<PanelFilters>({
    ...noFilters,
    sort: 'similarity',
    mixSources: false,
    ignoredTerms: [],
  });
  const [answer, again, look] = useAnswer(
    () => background.related(requestFor(paper, wishes, now())),
    JSON.stringify([paper, wishes]),
  );
  const [said, setSaid] = useState<boolean | null>(null);
  const refuse = (refused: boolean) => {
    setSaid(refused);
    void background.notThisPaper({ paper, refused, keep: !isPrivate }).then(again, () => undefined);
  };
  const ignore = async (thing: MuteRule, everywhere: boolean, ignored: boolean) => {
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
      ignoredTerms: toggleRule(asWords(wished.ignoredTerms), thing, ignored).map(
        ({ what }) => what,
      ),
    }));
  };
  const before = answer.value?.outcome.state === 'refused';
  const loading = answer.value?.status.loading?.state === 'running';
  useEvery(secondsBetweenLooks, looking && loading, look);
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

const asWords = (words: string[]): MuteRule[] => words.map((what) => ({ kind: 'word', what }));

/** One string for one paper: a change of it is another paper. */
export const paperKey = ({ arxivId, doi, title }: PagePaper): string =>
  JSON.stringify(arxivId ?? doi ?? title);
