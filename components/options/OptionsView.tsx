import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { SiteAccess } from '../../lib/page/site-access.ts';
import { language } from '../language.ts';
import { StatusLine } from '../parts/StatusLine.tsx';
import { type Surroundings, SurroundingsContext, surroundings } from '../surroundings.ts';
import { useSystemTheme } from '../use-system-theme.ts';
import { AboutSection } from './AboutSection.tsx';
import { ArxivSection } from './ArxivSection.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportBox } from './ImportBox.tsx';
import { ReachSection } from './ReachSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { StorageSection } from './StorageSection.tsx';
import type { SaveFile } from './use-export.ts';

export interface OptionsViewProps {
  background: Background;
  /** Hands a file to the reader's downloads. */
  saveFile: SaveFile;
  /** The browser's permissions for sites. */
  access?: SiteAccess;
  around?: Partial<Surroundings>;
}

/** The options page. */
export function OptionsView({ background, saveFile, access, around }: OptionsViewProps) {
  const theme = useSystemTheme();
  const provided = useMemo(
    () => ({ ...surroundings(background), ...around }),
    [background, around],
  );
  return (
    <SurroundingsContext.Provider value={provided}>
      <div class="kindred options" data-theme={theme} {...language()}>
        <main>
          <h1>{i18n.t('options.title')}</h1>
          <StatusLine hidesLoading />
          <ReachSection />
          <ArxivSection />
          <SettingsSection />
          {access && <SitesSection access={access} />}
          <ImportBox />
          <ExportSection saveFile={saveFile} />
          <StorageSection />
          <AboutSection />
          <DeleteSection saveFile={saveFile} />
        </main>
      </div>
    </SurroundingsContext.Provider>
  );
}
