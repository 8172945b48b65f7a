import { i18n } from '#i18n';
import { OptionsSection } from '../OptionsSection.tsx';
import { StatusText } from '../StatusText.tsx';
import { type SaveFile, useExport } from './use-export.ts';

/** Exports the digest and the user data as files. */
export function ExportSection({ saveFile }: { saveFile: SaveFile }) {
  const { exportData, status } = useExport(saveFile);
  return (
    <OptionsSection title={i18n.t('options.exportTitle')}>
      <p class="soft">{i18n.t('options.exportHint')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => exportData('digest')}>
          {i18n.t('options.exportDigest')}
        </button>
        <button type="button" class="button" onClick={() => exportData('user-data')}>
          {i18n.t('options.exportUserData')}
        </button>
      </div>
      <StatusText {...status} />
    </OptionsSection>
  );
}
