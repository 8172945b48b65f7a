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

/** Order and filters of the related papers, for one paper and as long as its view is open. */
export interface PanelFilters {
  sort: RelatedSortOrder;
  onlyNewer: boolean;
  onlyLastYear: boolean;
  onlyUpvoted: boolean;
  onlyDaily: boolean;
  /** Ranks papers outside Daily Papers by similarity only, instead of below the others. */
  mixSources: boolean;
  /** Words muted until the view closes: in private windows, where nothing is stored. */
  mutedWords: string[];
}

export interface Related {
  paper: PagePaper;
  answer: AnswerState<RelatedAnswer>;
  again: () => void;
  filters: PanelFilters;
  setFilters: (changed: Partial<PanelFilters>) => void;
  muted: RelatedAnswer['ignored'];
  /**
   * Mutes something in all panels (`everywhere`) or in this one, or unmutes it.
   * @throws {FailureError} 'not-allowed' where a private window cannot store it
   */
  mute: (rule: MuteRule, everywhere: boolean, isMuted: boolean) => Promise<void>;
  /** The form for it is open. */
  isMuting: boolean;
  setMuting: (isMuting: boolean) => void;
  /** The user said that the page is not about this paper: in this view, or earlier (`before`). */
  rejected: 'now' | 'before' | null;
  reject: (isRejected: boolean) => void;
}

const loadingPollSeconds = 5;

/** The fewest upvotes that pass the filter for upvoted papers. */
export const MIN_UPVOTES_FILTER = 10;
const yearMs = 365 * dayMs;

/** Every filter off. */
export const noFilters = {
  onlyNewer: false,
  onlyLastYear: false,
  onlyUpvoted: false,
  onlyDaily: false,
} satisfies Partial<PanelFilters>;

function requestFor(paper: PagePaper, filters: PanelFilters, now: Date): Request<'related'> {
  const { sort, onlyNewer, mixSources, mutedWords } = filters;
  const yearAgo = new Date(now.getTime() - yearMs).toISOString().slice(0, 10);
  const only = {
    ...(filters.onlyLastYear ? { from: yearAgo } : {}),
    ...(filters.onlyUpvoted ? { upvotes: MIN_UPVOTES_FILTER } : {}),
    ...(filters.onlyDaily ? { sources: ['daily-papers' as const, 'starter' as const] } : {}),
  };
  return { paper, sort, onlyNewer, only, mixSources, ignoredTerms: mutedWords };
}

const toWordRules = (words: string[]): MuteRule[] => words.map((what) => ({ kind: 'word', what }));

/** Stores whether the page is about this paper, and remembers the user's choice meanwhile. */
function useRejection(paper: PagePaper, isPrivate: boolean, again: () => void) {
  const { background } = useAppContext();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const reject = (isRejected: boolean) => {
    setChosen(isRejected);
    void background
      .notThisPaper({ paper, refused: isRejected, keep: !isPrivate })
      .then(again, () => undefined);
  };
  return { chosen, reject };
}

/**
 * The related papers of a page's paper, with what the user can change about them. While the digest
 * loads and `isVisible`, they are fetched again every five seconds.
 */
export function useRelated(paper: PagePaper, isVisible: boolean, isPrivate = false): Related {
  const { background, now } = useAppContext();
  const [filters, setFilters] = useState<PanelFilters>({
    ...noFilters,
    sort: 'similarity',
    mixSources: false,
    mutedWords: [],
  });
  const [isMuting, setMuting] = useState(false);
  const [answer, again, look] = useAnswer(
    () => background.related(requestFor(paper, filters, now())),
    JSON.stringify([paper, filters]),
  );
  const { chosen, reject } = useRejection(paper, isPrivate, again);
  const mute = async (rule: MuteRule, everywhere: boolean, isMuted: boolean) => {
    const ids = keysOf(paper);
    const beside = everywhere ? {} : { beside: { ids, title: paper.title ?? '' } };
    const { kept } =
      everywhere || ids.length > 0
        ? await background.ignore({ thing: rule, ...beside, ignored: isMuted, keep: !isPrivate })
        : { kept: false };
    if (kept) return again();
    if (everywhere || rule.kind !== 'word') {
      throw new FailureError({ code: 'not-allowed', message: i18n.t('ignore.private') });
    }
    setFilters((before) => {
      const rules = toggleRule(toWordRules(before.mutedWords), rule, isMuted);
      return { ...before, mutedWords: rules.map(({ what }) => what) };
    });
  };
  const isLoading = answer.value?.status.loading?.state === 'running';
  useEvery(loadingPollSeconds, isVisible && isLoading, look);
  const wasRejected = answer.value?.outcome.state === 'refused';
  return {
    ...{ paper, answer, again, filters, isMuting, setMuting, mute, reject },
    setFilters: (changed) => setFilters((before) => ({ ...before, ...changed })),
    muted: {
      here: [...toWordRules(filters.mutedWords), ...(answer.value?.ignored.here ?? [])],
      everywhere: answer.value?.ignored.everywhere ?? [],
    },
    rejected: chosen ? 'now' : chosen === null && wasRejected ? 'before' : null,
  };
}

/** One string per paper, for keys of views: another string means another paper. */
export const paperKey = ({ arxivId, doi, title }: PagePaper): string =>
  JSON.stringify(arxivId ?? doi ?? title);
