import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import { type AppContext, AppContextProvider, defaultAppContext } from '../app-context.ts';
import { useInputMethod } from '../input-method.ts';
import { useKeptFocus } from '../keep-focus.ts';
import { language } from '../language.ts';
import { Icon } from '../shared/Icon.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { ReaderMap } from './map/ReaderMap.tsx';
import { ReaderPapers } from './ReaderPapers.tsx';
import { readerPages } from './reader-hash.ts';
import { keyList, mapKeyList } from './reader-keys.ts';
import { ReaderTrends } from './trends/ReaderTrends.tsx';
import { useReaderLocation } from './use-reader-location.ts';

export interface ReaderViewProps {
  background: Background;
  open: (url: string, where: { background: boolean }) => void;
  /** Nothing done here is kept. */
  isPrivate: boolean;
  onOptions: () => void;
  /** The look the user chose for all of Kindred. */
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

/** The whole digest on a page of its own: its papers, and pictures of them. */
export function ReaderView({ background, open, around, ...props }: ReaderViewProps) {
  const theme = useTheme(props.theme);
  const [place, change] = useReaderLocation();
  const [letterKeys, setLetterKeys] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  useInputMethod(root);
  const provided = useMemo(
    () => ({ ...defaultAppContext(background), open, ...around }),
    [background, open, around],
  );
  useEffect(() => {
    background.settings({}).then(
      (settings) => setLetterKeys(settings.letterKeys ?? true),
      () => undefined,
    );
  }, [background]);
  const keepLetterKeys = (on: boolean) => {
    setLetterKeys(on);
    background.changeSettings({ letterKeys: on }).catch(() => undefined);
  };
  const showKeys = () => {
    setKeysOpen(true);
    root.current?.querySelector<HTMLElement>('.reader-keys summary')?.focus();
  };
  return (
    <AppContextProvider.Provider value={provided}>
      <div
        class="kindred page reader"
        data-page={place.page}
        data-theme={theme}
        {...language()}
        ref={root}
      >
        <header class="reader-head">
          <h1>{i18n.t('reader.title')}</h1>
          <nav aria-label={i18n.t('reader.pages')}>
            {readerPages.map((page) => (
              <button
                type="button"
                class="link-button"
                key={page}
                aria-current={place.page === page ? 'page' : undefined}
                onClick={() => change({ page, of: null, at: null }, { step: true })}
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
            onClick={props.onOptions}
          >
            <Icon name="settings" />
          </button>
          <StatusLine />
          {props.isPrivate && <p class="line">{i18n.t('reader.private')}</p>}
          {(place.page === 'papers' || place.of !== null) && (
            <KeysHelp
              list={place.page === 'map' ? mapKeyList : keyList}
              open={keysOpen}
              onOpen={setKeysOpen}
              letterKeys={letterKeys}
              onLetterKeys={keepLetterKeys}
            />
          )}
        </header>
        <main>
          {place.page === 'papers' && (
            <ReaderPapers
              place={place}
              onChange={change}
              letterKeys={letterKeys}
              onKeys={showKeys}
            />
          )}
          {place.page === 'map' && (
            <ReaderMap
              of={place.of}
              onOf={(of) => change({ page: 'map', of, at: null }, { step: true })}
              letterKeys={letterKeys}
              onKeys={showKeys}
            />
          )}
          {place.page === 'trends' && <ReaderTrends />}
        </main>
      </div>
    </AppContextProvider.Provider>
  );
}
