import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportProgress } from '../../../lib/import/import-preview.ts';
import { formatNumber } from '../../format.ts';
import { UndoLine } from '../../shared/UndoLine.tsx';
import { OptionsSection } from '../OptionsSection.tsx';
import { ImportPreviewView } from './ImportPreviewView.tsx';
import { useImport } from './use-import.ts';

function progressWords({ stage, done, total }: ImportProgress): string {
  const counted = [formatNumber(done), formatNumber(total)] as [string, string];
  return stage === 'storing'
    ? i18n.t('import.storing', counted)
    : i18n.t('import.indexing', counted);
}

/** Papers from pasted text, a file or a drop; shown before anything changes, undone afterwards. */
export function ImportBox() {
  const { step, progress, look, lookAtFile, apply, undo, reset } = useImport();
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) lookAtFile(file);
    else setText(event.dataTransfer?.getData('text') ?? '');
  };
  const pick = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (file) lookAtFile(file);
  };

  return (
    <OptionsSection title={i18n.t('options.importTitle')}>
      <p class="soft">{i18n.t('options.importHint')}</p>
      <p class="soft">{i18n.t('options.importGroup')}</p>
      <textarea
        rows={5}
        spellcheck={false}
        aria-label={i18n.t('options.importLabel')}
        data-over={over}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={text.trim() === ''}
          aria-disabled={step.at === 'busy'}
          onClick={() => step.at === 'busy' || look(text)}
        >
          {i18n.t('options.look')}
        </button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          {i18n.t('options.chooseFile')}
        </button>
        <input
          type="file"
          hidden
          ref={picker}
          accept=".txt,.json,.jsonl,.ndjson,.gz,.xml,.atom"
          aria-label={i18n.t('options.chooseFile')}
          onChange={(event) => pick(event.currentTarget)}
        />
      </div>
      {step.at === 'preview' && (
        <ImportPreviewView preview={step.preview} onApply={apply} onCancel={reset} />
      )}
      {progress && progress.total > 0 && (
        <div>
          <p class="line soft">{progressWords(progress)}</p>
          <progress
            value={progress.done}
            max={progress.total}
            aria-label={i18n.t('import.applying')}
          />
        </div>
      )}
      {step.at === 'done' && (
        <UndoLine
          words={i18n.t('import.done', step.result.added, [
            formatNumber(step.result.added),
            formatNumber(step.result.changed),
          ])}
          onUndo={() => undo(step.result.undo)}
          takesFocus
        />
      )}
      <p role="status" class={step.at === 'failed' ? 'problem' : 'soft'}>
        {'words' in step && step.words}
      </p>
    </OptionsSection>
  );
}
