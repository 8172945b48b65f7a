import { i18n } from '#i18n';
import type { ImportProgress, ImportResult } from '../../../lib/import/import-preview.ts';
import { formatNumber } from '../../format.ts';
import { UndoLine } from '../../shared/UndoLine.tsx';
import { StatusText } from '../StatusText.tsx';
import { ImportPreviewView } from './ImportPreviewView.tsx';
import type { useImport } from './use-import.ts';

type Import = ReturnType<typeof useImport>;

interface PreviewButtonProps {
  of: Import;
  text: string;
  label: string;
  isPrimary?: boolean;
}

/** The button that shows what a text would change. */
export function PreviewButton({ of, text, label, isPrimary = false }: PreviewButtonProps) {
  const isBusy = of.step.at === 'busy';
  return (
    <button
      type="button"
      class={isPrimary ? 'button primary' : 'button'}
      disabled={text.trim() === ''}
      aria-disabled={isBusy}
      onClick={() => isBusy || of.preview(text)}
    >
      {label}
    </button>
  );
}

function formatProgress({ stage, done, total }: ImportProgress): string {
  const counts = [formatNumber(done), formatNumber(total)] as [string, string];
  return stage === 'storing' ? i18n.t('import.storing', counts) : i18n.t('import.indexing', counts);
}

function ProgressLine({ progress }: { progress: ImportProgress }) {
  return (
    <div>
      <p class="line soft">{formatProgress(progress)}</p>
      <progress value={progress.done} max={progress.total} aria-label={i18n.t('import.applying')} />
    </div>
  );
}

interface StepsProps {
  of: Import;
  formatResult: (result: ImportResult) => string;
  showsProgress?: boolean;
}

/** What follows the text: the preview, the progress, the result with its undo, the status. */
export function ImportSteps({ of, formatResult, showsProgress = false }: StepsProps) {
  const { step, progress, apply, undo, reset } = of;
  return (
    <>
      {step.at === 'preview' && (
        <ImportPreviewView preview={step.preview} onApply={apply} onCancel={reset} />
      )}
      {showsProgress && progress && progress.total > 0 && <ProgressLine progress={progress} />}
      {step.at === 'done' && (
        <UndoLine
          words={formatResult(step.result)}
          onUndo={() => undo(step.result.undo)}
          takesFocus
        />
      )}
      <StatusText text={'text' in step && step.text} isProblem={step.at === 'failed'} />
    </>
  );
}
