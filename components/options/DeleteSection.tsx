import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';
import { ConfirmedAction } from './ConfirmedAction.tsx';
import { type SaveFile, useExport } from './import/use-export.ts';
import { OptionsSection } from './OptionsSection.tsx';
import { StatusText } from './StatusText.tsx';

interface Props {
  saveFile: SaveFile;
  onDeleted: () => void;
}

/** Deletes everything, after a question that also offers to export first. */
export function DeleteSection({ saveFile, onDeleted }: Props) {
  const { background } = useAppContext();
  const { exportData, status } = useExport(saveFile);
  const [result, setResult] = useState<string | null>(null);
  const deleteAll = (close: () => void) =>
    background.deleteEverything({}).then(
      () => {
        close();
        setResult(i18n.t('options.deleteDone'));
        onDeleted();
      },
      (error: unknown) => setResult(toFailure(error).message),
    );
  return (
    <OptionsSection title={i18n.t('options.deleteTitle')}>
      <p class="soft">{i18n.t('options.deleteHint')}</p>
      <ConfirmedAction
        label={i18n.t('options.deleteAsk')}
        isDanger
        question={i18n.t('options.deleteSure')}
        answers={(close) => (
          <>
            <button type="button" class="button" onClick={() => exportData('user-data')}>
              {i18n.t('options.exportUserData')}
            </button>
            <button type="button" class="button danger" onClick={() => deleteAll(close)}>
              {i18n.t('options.deleteNow')}
            </button>
          </>
        )}
      >
        <StatusText {...status} />
      </ConfirmedAction>
      <StatusText text={result} />
    </OptionsSection>
  );
}
