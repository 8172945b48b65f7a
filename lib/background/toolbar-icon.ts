/**
 * Shows on the icon what is known of the page in a tab, from the answers to the page's panel: this
 * costs no request of its own. Browsers reset it when the tab loads another document. The badge
 * still shows the number of unread papers.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { RelatedAnswer } from '../answers/related/related-answer.ts';
import type { Handlers } from '../messages/contract.ts';

/** `quiet`: the page has no paper, or nothing is known of it. */
type IconState = 'quiet' | 'none' | 'related' | 'problem';

const iconPrefix = { related: '', quiet: 'quiet-', none: 'none-', problem: 'problem-' };

async function show(tabId: number | null, state: IconState, text: string | null): Promise<void> {
  if (tabId === null) return;
  const [small, large] = [16, 32].map((size) => `/icon/${iconPrefix[state]}${size}.png`);
  const badgeTitle = await browser.action.getTitle({});
  await browser.action.setIcon({ tabId, path: { 16: `${small}`, 32: `${large}` } });
  await browser.action.setTitle({
    tabId,
    title: text === null ? badgeTitle : `${text}\n${badgeTitle}`,
  });
}

/** Ignores failures: the tab may have been closed in the meantime. */
const quietly = (shown: Promise<void>) => void shown.catch(() => undefined);

function showAnswer(tabId: number | null, { outcome }: RelatedAnswer): Promise<void> {
  if (outcome.state === 'refused') return show(tabId, 'quiet', null);
  const count = outcome.state === 'related' ? outcome.entries.length : 0;
  if (count === 0) return show(tabId, 'none', i18n.t('toolbar.none'));
  return show(tabId, 'related', i18n.t('toolbar.related', count, [String(count)]));
}

/** The handlers, with the icon following their answers to pages. */
export function withToolbarIcon(handlers: Handlers): Handlers {
  return {
    ...handlers,
    async related(request, caller) {
      // An answer to filters of the user does not say whether the paper has related papers.
      const isUnfiltered = !request.onlyNewer && request.ignoredTerms.length === 0;
      try {
        const answer = await handlers.related(request, caller);
        if (isUnfiltered) quietly(showAnswer(caller.tabId, answer));
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
