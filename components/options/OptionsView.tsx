import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { SiteAccess } from '../../lib/page/site-access.ts';
import { type AppContext, AppContextProvider, defaultAppContext } from '../app-context.ts';
import { useInputMethod } from '../input-method.ts';
import { useKeptFocus } from '../keep-focus.ts';
import { language } from '../language.ts';
import { StatusLine } from '../shared/StatusLine.tsx';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ArxivSection } from './ArxivSection.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { ExportSection } from './import/ExportSection.tsx';
import { ImportBox } from './import/ImportBox.tsx';
import type { SaveFile } from './import/use-export.ts';
import { MutesSection } from './MutesSection.tsx';
import { NotificationSection, type RequestNotificationPermission } from './NotificationSection.tsx';
import { OptionsGroup } from './OptionsGroup.tsx';
import { OptionsNav } from './OptionsNav.tsx';
import { PageKindSwitches } from './PageKindSwitches.tsx';
import { PanelOverrides } from './PanelOverrides.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { type CurrentShortcut, ShortcutSection } from './ShortcutSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { StorageSection } from './StorageSection.tsx';
import { SyncSection } from './sync/SyncSection.tsx';
import { useFilter } from './use-filter.ts';
import { SettingsContext, useKnownSettings } from './use-settings.ts';

export interface OptionsViewProps {
  background: Background;
  /** Hands a file to the user's downloads. */
  saveFile: SaveFile;
  /** The browser's permissions for sites. */
  access?: SiteAccess;
  askToNotify?: RequestNotificationPermission;
  /** The keys that open Kindred. */
  shortcut?: CurrentShortcut;
  /** The look the user chose for all of Kindred. */
  theme?: ChosenTheme;
  version: string;
  onWelcome: () => void;
  around?: Partial<AppContext>;
}

/** Leads to the part that the address names: in sight, and the next Tab goes on from there. */
function goTo(name: string): void {
  const heading = document.getElementById(name)?.querySelector<HTMLElement>('h2, h3');
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** The options page: parts under headings, a way to each, and a box that filters them. */
export function OptionsView({
  background,
  saveFile,
  access,
  askToNotify,
  around,
  ...props
}: OptionsViewProps) {
  const theme = useTheme(props.theme);
  const settings = useKnownSettings(background);
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const root = useRef<HTMLDivElement>(null);
  useInputMethod(root);
  const [query, setQuery] = useState('');
  const shown = useFilter(main, query);
  // Each time everything is deleted, what tells of it is asked again.
  const [deletions, setDeletions] = useState(0);
  const forget = () => {
    setDeletions((before) => before + 1);
    settings.again();
  };
  const provided = useMemo(
    () => ({ ...defaultAppContext(background), ...around }),
    [background, around],
  );
  useEffect(() => {
    const follow = () => goTo(location.hash.slice(1));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <AppContextProvider.Provider value={provided}>
      <SettingsContext.Provider value={settings}>
        <div class="kindred page options" data-theme={theme} {...language()} ref={root}>
          <header>
            <h1>{i18n.t('options.title')}</h1>
            <OptionsNav query={query} onQuery={setQuery} shown={shown} />
          </header>
          <main ref={main}>
            <OptionsGroup name="sources" key={`sources${deletions}`}>
              <StatusLine hidesLoading>
                {' '}
                <a href="/reader.html">{i18n.t('reader.open')}</a>
              </StatusLine>
              <HistorySection />
              <ArxivSection />
            </OptionsGroup>
            <OptionsGroup name="sites">
              <PageKindSwitches />
              {access && <SitesSection access={access} />}
            </OptionsGroup>
            <OptionsGroup name="appearance" key={`appearance${deletions}`}>
              <AppearanceSection />
              {props.shortcut && <ShortcutSection shortcut={props.shortcut} />}
              <PanelOverrides />
              <MutesSection />
            </OptionsGroup>
            <OptionsGroup name="alerts" key={`alerts${deletions}`}>
              <ReadingSection />
              {askToNotify && <NotificationSection askToNotify={askToNotify} />}
            </OptionsGroup>
            <OptionsGroup name="data">
              <ImportBox key={`import${deletions}`} />
              <ExportSection saveFile={saveFile} />
              <SyncSection key={`copies${deletions}`} />
              <StorageSection key={`storage${deletions}`} />
              <DeleteSection saveFile={saveFile} onDeleted={forget} />
            </OptionsGroup>
            <OptionsGroup name="privacy">
              <PrivacySection />
            </OptionsGroup>
            <OptionsGroup name="about">
              <AboutSection version={props.version} onWelcome={props.onWelcome} />
            </OptionsGroup>
          </main>
        </div>
      </SettingsContext.Provider>
    </AppContextProvider.Provider>
  );
}
