import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { SiteAccess } from '../../lib/page/site-access.ts';
import type { AppContext } from '../app-context.ts';
import { PageRoot } from '../shared/PageRoot.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useAnswer } from '../use-answer.ts';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ArxivSection } from './ArxivSection.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { ExportSection } from './import/ExportSection.tsx';
import { ImportSection } from './import/ImportSection.tsx';
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
import { useHashTarget } from './use-hash-target.ts';
import { SettingsContext, useSettingsState } from './use-settings.ts';

interface GroupsProps {
  background: Background;
  saveFile: SaveFile;
  /** The browser's permissions for sites. */
  access?: SiteAccess | undefined;
  askToNotify?: RequestNotificationPermission | undefined;
  /** The keyboard shortcut that opens Kindred. */
  shortcut?: CurrentShortcut | undefined;
  version: string;
  onWelcome: () => void;
}

export interface OptionsViewProps extends GroupsProps {
  /** The theme that the user chose for all of Kindred. */
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

/** All sections in their groups. What shows stored data starts over once everything is deleted. */
function OptionsGroups({ onDeleted, ...props }: GroupsProps & { onDeleted: () => void }) {
  const { background, access, askToNotify, shortcut, saveFile, version } = props;
  const [deletions, setDeletions] = useState(0);
  // Counting bytes reads every record: once for both sections that show them.
  const [sizes, refetchSizes] = useAnswer(() => background.storedSizes({}), String(deletions));
  const startOver = () => {
    setDeletions((before) => before + 1);
    onDeleted();
  };
  return (
    <>
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
        {shortcut && <ShortcutSection shortcut={shortcut} />}
        <PanelOverrides />
        <MutesSection />
      </OptionsGroup>
      <OptionsGroup name="alerts" key={`alerts${deletions}`}>
        <ReadingSection />
        {askToNotify && <NotificationSection askToNotify={askToNotify} />}
      </OptionsGroup>
      <OptionsGroup name="data">
        <ImportSection key={`import${deletions}`} />
        <ExportSection saveFile={saveFile} />
        <SyncSection key={`sync${deletions}`} />
        <StorageSection sizes={sizes} onRetry={refetchSizes} />
        <DeleteSection saveFile={saveFile} onDeleted={startOver} />
      </OptionsGroup>
      <OptionsGroup name="privacy">
        <PrivacySection />
      </OptionsGroup>
      <OptionsGroup name="about">
        <DiagnosticsSection key={`diagnostics${deletions}`} version={version} sizes={sizes.value} />
        <AboutSection version={version} onWelcome={props.onWelcome} />
      </OptionsGroup>
    </>
  );
}

/** The options page: sections in groups, links to the groups, and a box that filters sections. */
export function OptionsView({ theme: chosenTheme, around, ...props }: OptionsViewProps) {
  const { background } = props;
  const theme = useTheme(chosenTheme);
  const settings = useSettingsState(background);
  const main = useRef<HTMLElement>(null);
  const [query, setQuery] = useState('');
  const shown = useFilter(main, query);
  useHashTarget();
  return (
    <SettingsContext.Provider value={settings}>
      <PageRoot
        class="page options"
        background={background}
        theme={theme}
        contextOverrides={around}
      >
        <header>
          <h1>{i18n.t('options.title')}</h1>
          <OptionsNav query={query} onQuery={setQuery} shown={shown} />
        </header>
        <main ref={main}>
          <OptionsGroups {...props} onDeleted={settings.refetch} />
        </main>
      </PageRoot>
    </SettingsContext.Provider>
  );
}
