import { i18n } from '#i18n';
import type { PageView } from '../../lib/paper/paper.ts';

const siteNames: Record<string, string> = { arxiv: 'arXiv', huggingface: 'Hugging Face' };
const views: readonly (PageView | 'listing')[] = ['abstract', 'pdf', 'html', 'listing', 'other'];

/** `arXiv, abstract pages` for the page kind `arxiv:abstract`. */
export function formatPageKind(pageKind: string): string {
  const [site = '', view] = pageKind.split(':');
  const knownView = views.find((each) => each === view) ?? 'other';
  const name = site === 'unlisted' ? i18n.t('pageView.unlisted') : (siteNames[site] ?? site);
  return i18n.t(`pageView.${knownView}`, [name]);
}
