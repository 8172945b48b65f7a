import { i18n } from '#i18n';
import type { PageView } from '../../lib/paper/paper.ts';

const properNames: Record<string, string> = { arxiv: 'arXiv', huggingface: 'Hugging Face' };
const views: readonly (PageView | 'listing')[] = ['abstract', 'pdf', 'html', 'listing', 'other'];

/** `arXiv, abstract pages` for the page kind `arxiv:abstract`. */
export function formatPageKind(pageKind: string): string {
  const [site = '', view] = pageKind.split(':');
  const known = views.find((each) => each === view) ?? 'other';
  const name = site === 'unlisted' ? i18n.t('pageView.unlisted') : (properNames[site] ?? site);
  return i18n.t(`pageView.${known}`, [name]);
}
