/** The language and direction of the interface, for attributes of a root element. */
import { i18n } from '#i18n';

export const language = () => ({
  lang: i18n.t('intlLocale'),
  dir: i18n.t('direction') as 'ltr' | 'rtl',
});

/** Sets them on the document of one of Kindred's own pages, which also places its scroll bars. */
export function markDocument(): void {
  Object.assign(document.documentElement, language());
}
