import { useRef, useState } from 'preact/hooks';
import type { Background } from '../../lib/messages/contract.ts';
import type { AppContext } from '../app-context.ts';
import { PageRoot } from '../shared/PageRoot.tsx';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { ReaderMap } from './map/ReaderMap.tsx';
import { ReaderHead } from './ReaderHead.tsx';
import { ReaderPapers } from './ReaderPapers.tsx';
import { listKeys, mapKeys } from './reader-keys.ts';
import { ReaderTrends } from './trends/ReaderTrends.tsx';
import { useLetterKeys } from './use-letter-keys.ts';
import { useReaderLocation } from './use-reader-location.ts';

export interface ReaderViewProps {
  background: Background;
  open: NonNullable<AppContext['open']>;
  /** In a private window nothing done here is stored. */
  isPrivate: boolean;
  onOptions: () => void;
  /** The theme that the user chose for all of Kindred. */
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

/** The whole digest on a page of its own: as a list, as a map and in charts. */
export function ReaderView({ background, open, isPrivate, onOptions, ...props }: ReaderViewProps) {
  const theme = useTheme(props.theme);
  const [location, change] = useReaderLocation();
  const [letterKeys, setLetterKeys] = useLetterKeys(background);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const { page, of } = location;
  const showKeys = () => {
    setHelpOpen(true);
    root.current?.querySelector<HTMLElement>('.reader-keys summary')?.focus();
  };
  const keys = { letterKeys, onKeys: showKeys };
  return (
    <PageRoot
      class="page reader"
      data={{ 'data-page': page }}
      background={background}
      open={open}
      theme={theme}
      contextOverrides={props.around}
      rootRef={root}
    >
      <ReaderHead
        page={page}
        onPage={(to) => change({ page: to, of: null, at: null }, { isStep: true })}
        isPrivate={isPrivate}
        onOptions={onOptions}
      >
        {(page === 'papers' || of !== null) && (
          <KeysHelp
            list={page === 'map' ? mapKeys : listKeys}
            isOpen={isHelpOpen}
            onOpen={setHelpOpen}
            letterKeys={letterKeys}
            onLetterKeys={setLetterKeys}
          />
        )}
      </ReaderHead>
      <main>
        {page === 'papers' && <ReaderPapers location={location} onChange={change} {...keys} />}
        {page === 'map' && (
          <ReaderMap
            of={of}
            onOf={(id) => change({ page: 'map', of: id, at: null }, { isStep: true })}
            {...keys}
          />
        )}
        {page === 'trends' && <ReaderTrends />}
      </main>
    </PageRoot>
  );
}
