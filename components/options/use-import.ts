import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportPreview, ImportResult } from '../../lib/messages/answers.ts';
import { useSurroundings } from '../surroundings.ts';
import { failureOf } from '../use-answer.ts';

/** Longest text the background accepts, in characters. */
const longest = 200_000_000;

export type ImportStep =
  | { at: 'start' }
  | { at: 'busy'; words: string }
  | { at: 'preview'; text: string; preview: ImportPreview }
  | { at: 'done'; result: ImportResult }
  | { at: 'said'; words: string }
  | { at: 'failed'; words: string };

/** The way of an import: a text or file, what it would change, its application, its undoing. */
export function useImport() {
  const { background } = useSurroundings();
  const [step, setStep] = useState<ImportStep>({ at: 'start' });
  const failed = (error: unknown) => setStep({ at: 'failed', words: failureOf(error).message });

  const look = (text: string) => {
    if (text.length > longest) return setStep({ at: 'failed', words: i18n.t('options.tooBig') });
    setStep({ at: 'busy', words: i18n.t('options.looking') });
    background
      .previewImport({ text })
      .then((preview) => setStep({ at: 'preview', text, preview }), failed);
  };
  const lookAtFile = (file: File) => {
    if (file.size > longest) return setStep({ at: 'failed', words: i18n.t('options.tooBig') });
    setStep({ at: 'busy', words: i18n.t('options.looking') });
    file.text().then(look, () => setStep({ at: 'failed', words: i18n.t('options.fileFailed') }));
  };
  const apply = (text: string) => {
    setStep({ at: 'busy', words: i18n.t('import.applying') });
    background.applyImport({ text }).then((result) => setStep({ at: 'done', result }), failed);
  };
  const undo = (id: string) =>
    background
      .undoImport({ undo: id })
      .then(() => setStep({ at: 'said', words: i18n.t('import.undone') }), failed);
  return { step, look, lookAtFile, apply, undo, reset: () => setStep({ at: 'start' }) };
}
