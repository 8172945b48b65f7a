import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatNumber } from '../../format.ts';
import { OptionsSection } from '../OptionsSection.tsx';
import { ImportSteps, PreviewButton } from './ImportSteps.tsx';
import { useImport } from './use-import.ts';

interface TextProps {
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}

/** A text box that also takes dropped files and dropped text. */
function DropBox({ text, onText, onFile }: TextProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
    else onText(event.dataTransfer?.getData('text') ?? '');
  };
  return (
    <textarea
      rows={5}
      spellcheck={false}
      aria-label={i18n.t('options.importLabel')}
      data-over={isOver}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    />
  );
}

function FileButton({ onFile }: Pick<TextProps, 'onFile'>) {
  const picker = useRef<HTMLInputElement>(null);
  const pick = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // Choosing the same file again is a change only if the value was reset.
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <>
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
    </>
  );
}

/** Imports papers from pasted text, a file or a drop, after a preview; can be undone. */
export function ImportSection() {
  const state = useImport();
  const [text, setText] = useState('');
  return (
    <OptionsSection title={i18n.t('options.importTitle')}>
      <p class="soft">{i18n.t('options.importHint')}</p>
      <p class="soft">{i18n.t('options.importGroup')}</p>
      <DropBox text={text} onText={setText} onFile={state.previewFile} />
      <div class="actions">
        <PreviewButton of={state} text={text} label={i18n.t('options.look')} isPrimary />
        <FileButton onFile={state.previewFile} />
      </div>
      <ImportSteps
        of={state}
        formatResult={({ added, changed }) =>
          i18n.t('import.done', added, [formatNumber(added), formatNumber(changed)])
        }
        showsProgress
      />
    </OptionsSection>
  );
}
