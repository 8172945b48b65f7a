/** The language that a view's root says it is in, and the direction in which that is written. */
import { i18n } from '#i18n';

export const language = () => ({
  lang: i18n.t('intlLocale'),
  dir: i18n.t('direction') as 'ltr' | 'rtl',
});

/** Says so for one of Kindred's own pages as a whole: for screen readers, and where its bars stand. */
export function markDocument(): void {
  Object.assign(document.documentElement, language());
}
