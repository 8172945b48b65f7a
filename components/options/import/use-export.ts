import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request } from '../../../lib/messages/contract.ts';
import { useAppContext } from '../../app-context.ts';
import { toFailure } from '../../use-answer.ts';

export type SaveFile = (file: { filename: string; text: string }) => void;

/** Exports by name; `said` is what became of the last one. */
export function useExport(saveFile: SaveFile) {
  const { background } = useAppContext();
  const [said, setSaid] = useState<{ words: string; failed: boolean } | null>(null);
  const exportData = (what: Request<'export'>['what']) =>
    background.export({ what }).then(
      (file) => {
        saveFile(file);
        setSaid({ words: i18n.t('options.exported', [file.filename]), failed: false });
      },
      (error: unknown) => setSaid({ words: toFailure(error).message, failed: true }),
    );
  return { exportData, said };
}
