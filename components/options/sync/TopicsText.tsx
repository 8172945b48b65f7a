import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../../app-context.ts';
import { formatNumber } from '../../format.ts';
import { UndoLine } from '../../shared/UndoLine.tsx';
import { useAction } from '../../use-action.ts';
import { ImportPreviewView } from '../import/ImportPreviewView.tsx';
import { useImport } from '../import/use-import.ts';

function CopyTopics() {
  const { background } = useAppContext();
  const { problem, run } = useAction();
  const [copied, setCopied] = useState<{ text: string | null; words: string } | null>(null);
  const copy = async () => {
    const { text, topics } = await background.topicsText({});
    return navigator.clipboard.writeText(text).then(
      () => ({ text: null, words: i18n.t('copies.copied', topics, [formatNumber(topics)]) }),
      () => ({ text, words: i18n.t('copies.copyFailed') }),
    );
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button" onClick={() => run(copy(), setCopied)}>
          {i18n.t('copies.copyTopics')}
        </button>
      </div>
      <p role="status" class="soft">
        {problem ?? copied?.words}
      </p>
      {copied?.text && (
        <textarea
          readOnly
          rows={5}
          spellcheck={false}
          aria-label={i18n.t('copies.textLabel')}
          value={copied.text}
        />
      )}
    </>
  );
}

/** Topics out as text and in again: between browsers that share no account. */
export function TopicsText() {
  const { step, look, apply, undo, reset } = useImport();
  const [text, setText] = useState('');
  return (
    <>
      <CopyTopics />
      <textarea
        rows={3}
        spellcheck={false}
        aria-label={i18n.t('copies.pasteLabel')}
        placeholder={i18n.t('copies.pasteLabel')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={text.trim() === ''}
          aria-disabled={step.at === 'busy'}
          onClick={() => step.at === 'busy' || look(text)}
        >
          {i18n.t('copies.look')}
        </button>
      </div>
      {step.at === 'preview' && (
        <ImportPreviewView preview={step.preview} onApply={apply} onCancel={reset} />
      )}
      {step.at === 'done' && (
        <UndoLine
          words={i18n.t('copies.added', step.result.topics, [formatNumber(step.result.topics)])}
          onUndo={() => undo(step.result.undo)}
          takesFocus
        />
      )}
      <p role="status" class={step.at === 'failed' ? 'problem' : 'soft'}>
        {'words' in step && step.words}
      </p>
    </>
  );
}
