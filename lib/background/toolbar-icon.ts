/**
 * What the icon says of the page in a tab, told from the answers that the page's panel was given:
 * nothing is asked for it. Browsers forget it when the tab turns to another document. The number on
 * the icon stays the number of unread papers.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { RelatedAnswer } from '../answers/related/related-answer.ts';
import type { Handlers } from '../messages/contract.ts';

/** `quiet`: not a paper, or nothing is known of the page. */
type IconState = 'quiet' | 'none' | 'related' | 'problem';

const start = { related: '', quiet: 'quiet-', none: 'none-', problem: 'problem-' };

async function show(tabId: number | null, state: IconState, words: string | null): Promise<void> {
  if (tabId === null) return;
  const [small, large] = [16, 32].map((size) => `/icon/${start[state]}${size}.png`);
  const news = await browser.action.getTitle({});
  await browser.action.setIcon({ tabId, path: { 16: `${small}`, 32: `${large}` } });
  await browser.action.setTitle({ tabId, title: words === null ? news : `${words}\n${news}` });
}

/** A tab may have been closed meanwhile, and its icon with it. */
const quietly = (shown: Promise<void>) => void shown.catch(() => undefined);

function showAnswer(tabId: number | null, { outcome }: RelatedAnswer): Promise<void> {
  if (outcome.state === 'refused') return show(tabId, 'quiet', null);
  const count = outcome.state === 'related' ? outcome.entries.length : 0;
  if (count === 0) return show(tabId, 'none', i18n.t('toolbar.none'));
  return show(tabId, 'related', i18n.t('toolbar.related', count, [String(count)]));
}

/** The same handlers, whose answers to pages the icon follows. */
export function withToolbarIcon(handlers: Handlers): Handlers {
  return {
    ...handlers,
    async related(request, caller) {
      // An answer that the user has narrowed says nothing of the paper.
      const whole = !request.onlyNewer && request.ignoredTerms.length === 0;
      try {
        const answer = await handlers.related(request, caller);
        if (whole) quietly(showAnswer(caller.tabId, answer));
        return answer;
      } catch (error) {
        quietly(show(caller.tabId, 'problem', i18n.t('toolbar.problem')));
        throw error;
      }
    },
    showMarks(request, caller) {
      quietly(show(caller.tabId, 'quiet', null));
      return handlers.showMarks(request, caller);
    },
  };
}
