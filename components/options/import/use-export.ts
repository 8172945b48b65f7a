import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request } from '../../../lib/messages/contract.ts';
import { useAppContext } from '../../app-context.ts';
import { toFailure } from '../../use-answer.ts';

/** Hands a file to the browser's downloads. */
export type SaveFile = (file: { filename: string; text: string }) => void;

/** `exportData` saves a file; `status` says what became of the last one. */
export function useExport(saveFile: SaveFile) {
  const { background } = useAppContext();
  const [status, setStatus] = useState({ text: '', isProblem: false });
  const exportData = (what: Request<'export'>['what']) =>
    background.export({ what }).then(
      (file) => {
        saveFile(file);
        setStatus({ text: i18n.t('options.exported', [file.filename]), isProblem: false });
      },
      (error: unknown) => setStatus({ text: toFailure(error).message, isProblem: true }),
    );
  return { exportData, status };
}
