import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../shared/Icon.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { type ReaderLocation, readerPages } from './reader-hash.ts';

interface Props {
  page: ReaderLocation['page'];
  onPage: (page: ReaderLocation['page']) => void;
  isPrivate: boolean;
  onOptions: () => void;
  /** After the lines about the digest. */
  children: ComponentChildren;
}

/** The head of the reader page: its title and pages, the options, and how fresh the digest is. */
export function ReaderHead({ page: current, onPage, isPrivate, onOptions, children }: Props) {
  return (
    <header class="reader-head">
      <h1>{i18n.t('reader.title')}</h1>
      <nav aria-label={i18n.t('reader.pages')}>
        {readerPages.map((page) => (
          <button
            type="button"
            class="link-button"
            key={page}
            aria-current={current === page ? 'page' : undefined}
            onClick={() => onPage(page)}
          >
            {i18n.t(`reader.page_${page}`)}
          </button>
        ))}
      </nav>
      <button
        type="button"
        class="icon-button"
        aria-label={i18n.t('foot.options')}
        title={i18n.t('foot.options')}
        onClick={onOptions}
      >
        <Icon name="settings" />
      </button>
      <StatusLine />
      {isPrivate && <p class="line">{i18n.t('reader.private')}</p>}
      {children}
    </header>
  );
}
