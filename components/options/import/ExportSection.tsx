import { i18n } from '#i18n';
import { OptionsSection } from '../OptionsSection.tsx';
import { type SaveFile, useExport } from './use-export.ts';

/** The digest, and what the user made, as files. */
export function ExportSection({ saveFile }: { saveFile: SaveFile }) {
  const { exportData, said } = useExport(saveFile);
  return (
    <OptionsSection title={i18n.t('options.exportTitle')}>
      <p class="soft">{i18n.t('options.exportHint')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => exportData('digest')}>
          {i18n.t('options.exportDigest')}
        </button>
        <button type="button" class="button" onClick={() => exportData('user-data')}>
          {i18n.t('options.exportAuthored')}
        </button>
      </div>
      <p role="status" class={said?.failed ? 'problem' : 'soft'}>
        {said?.words}
      </p>
    </OptionsSection>
  );
}
