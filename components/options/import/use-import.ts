import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type {
  ImportPreview,
  ImportProgress,
  ImportResult,
} from '../../../lib/import/import-preview.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import { useAppContext } from '../../app-context.ts';
import { toFailure, useEvery } from '../../use-answer.ts';
import { readFile, TooLong } from './read-file.ts';

/** Longest text the background accepts, in characters. */
const longest = 200_000_000;
/** Characters of one message. */
const pieceLength = 4_000_000;
/** How often an import that the background forgot is begun again. */
const tries = 5;

export type ImportStep =
  | { at: 'start' }
  | { at: 'busy'; words: string }
  | { at: 'preview'; preview: ImportPreview }
  | { at: 'done'; result: ImportResult }
  | { at: 'said'; words: string }
  | { at: 'failed'; words: string };

interface Given {
  name: string;
  text: string;
}

/** Hands the whole text over in pieces, from the beginning where the background has forgotten. */
async function give(background: Background, { name, text }: Given): Promise<void> {
  let held = 0;
  do {
    const piece = text.slice(held, held + pieceLength);
    ({ held } = await background.giveText({ name, at: held, text: piece }));
  } while (held < text.length);
}

/** Asks; gives the text again and asks again where the background was stopped meanwhile. */
async function asked<T>(
  background: Background,
  given: Given,
  ask: (name: string) => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await ask(given.name);
    } catch (error) {
      if (toFailure(error).code !== 'stopped' || left === 0) throw error;
      await give(background, given).catch(() => undefined);
    }
  }
}

/** The way of an import: a text or file, what it would change, its application, its undoing. */
export function useImport() {
  const { background } = useAppContext();
  const [step, setStep] = useState<ImportStep>({ at: 'start' });
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [applying, setApplying] = useState(false);
  const given = useRef<Given>({ name: '', text: '' });
  const failed = (error: unknown) => setStep({ at: 'failed', words: toFailure(error).message });
  useEvery(0.5, applying, () => {
    background.importProgress({}).then(setProgress, () => undefined);
  });

  const look = (text: string) => {
    if (text.length > longest) return setStep({ at: 'failed', words: i18n.t('options.tooBig') });
    setStep({ at: 'busy', words: i18n.t('options.looking') });
    given.current = { name: crypto.randomUUID(), text };
    give(background, given.current)
      .then(() => asked(background, given.current, (name) => background.previewImport({ name })))
      .then((preview) => setStep({ at: 'preview', preview }), failed);
  };
  const lookAtFile = (file: File) => {
    setStep({ at: 'busy', words: i18n.t('options.looking') });
    readFile(file, longest).then(look, (error: unknown) => {
      const tooBig = error instanceof TooLong;
      const words = i18n.t(tooBig ? 'options.tooBig' : 'options.fileFailed');
      setStep({ at: 'failed', words });
    });
  };
  const apply = () => {
    setStep({ at: 'busy', words: i18n.t('import.applying') });
    setProgress(null);
    setApplying(true);
    asked(background, given.current, (name) => background.applyImport({ name }))
      .then((result) => setStep({ at: 'done', result }), failed)
      .then(() => setApplying(false));
  };
  const undo = (id: string) =>
    background
      .undoImport({ undo: id })
      .then(() => setStep({ at: 'said', words: i18n.t('import.undone') }), failed);
  return {
    step,
    progress: applying ? progress : null,
    look,
    lookAtFile,
    apply,
    undo,
    reset: () => setStep({ at: 'start' }),
  };
}
