import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type {
  ImportPreview,
  ImportProgress,
  ImportResult,
} from '../../../lib/import/import-preview.ts';
import { useAppContext } from '../../app-context.ts';
import { toFailure, useEvery } from '../../use-answer.ts';
import { readFile, TooLong } from './read-file.ts';
import { callWithText, type ImportText, uploadText } from './upload-text.ts';

/** The longest text that the background accepts, in characters. */
const maxTextLength = 200_000_000;

type ImportStep =
  | { at: 'start' }
  | { at: 'busy'; text: string }
  | { at: 'preview'; preview: ImportPreview }
  | { at: 'done'; result: ImportResult }
  | { at: 'undone'; text: string }
  | { at: 'failed'; text: string };

/** The progress of an import in papers; null while none is applied. */
function useProgress(isApplying: boolean) {
  const { background } = useAppContext();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEvery(0.5, isApplying, () => {
    background.importProgress({}).then(setProgress, () => undefined);
  });
  return { progress: isApplying ? progress : null, resetProgress: () => setProgress(null) };
}

/** The steps of an import: a text or file, a preview of its changes, applying and undoing them. */
export function useImport() {
  const { background } = useAppContext();
  const [step, setStep] = useState<ImportStep>({ at: 'start' });
  const [isApplying, setApplying] = useState(false);
  const { progress, resetProgress } = useProgress(isApplying);
  const upload = useRef<ImportText>({ name: '', text: '' });
  const fail = (error: unknown) => setStep({ at: 'failed', text: toFailure(error).message });

  const preview = (text: string) => {
    if (text.length > maxTextLength)
      return setStep({ at: 'failed', text: i18n.t('options.tooBig') });
    setStep({ at: 'busy', text: i18n.t('options.looking') });
    upload.current = { name: crypto.randomUUID(), text };
    uploadText(background, upload.current)
      .then(() =>
        callWithText(background, upload.current, (name) => background.previewImport({ name })),
      )
      .then((changes) => setStep({ at: 'preview', preview: changes }), fail);
  };
  const previewFile = (file: File) => {
    setStep({ at: 'busy', text: i18n.t('options.looking') });
    readFile(file, maxTextLength).then(preview, (error: unknown) => {
      const isTooLong = error instanceof TooLong;
      const text = i18n.t(isTooLong ? 'options.tooBig' : 'options.fileFailed');
      setStep({ at: 'failed', text });
    });
  };
  const apply = () => {
    setStep({ at: 'busy', text: i18n.t('import.applying') });
    resetProgress();
    setApplying(true);
    callWithText(background, upload.current, (name) => background.applyImport({ name }))
      .then((result) => setStep({ at: 'done', result }), fail)
      .then(() => setApplying(false));
  };
  const undo = (id: string) =>
    background
      .undoImport({ undo: id })
      .then(() => setStep({ at: 'undone', text: i18n.t('import.undone') }), fail);
  const reset = () => setStep({ at: 'start' });
  return { step, progress, preview, previewFile, apply, undo, reset };
}
