import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../../app-context.ts';
import { formatNumber } from '../../format.ts';
import { useAction } from '../../use-action.ts';
import { ImportSteps, PreviewButton } from '../import/ImportSteps.tsx';
import { useImport } from '../import/use-import.ts';
import { StatusText } from '../StatusText.tsx';

/** Copies the topics; shows them as text where the browser refuses the clipboard. */
function CopyTopics() {
  const { background } = useAppContext();
  const { problem, run } = useAction();
  const [copied, setCopied] = useState<{ text: string | null; status: string } | null>(null);
  const copy = async () => {
    const { text, topics } = await background.topicsText({});
    return navigator.clipboard.writeText(text).then(
      () => ({ text: null, status: i18n.t('copies.copied', topics, [formatNumber(topics)]) }),
      () => ({ text, status: i18n.t('copies.copyFailed') }),
    );
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button" onClick={() => run(copy(), setCopied)}>
          {i18n.t('copies.copyTopics')}
        </button>
      </div>
      <StatusText text={problem ?? copied?.status} />
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

/** Topics out as text and in again: for browsers that share no account. */
export function TopicsText() {
  const state = useImport();
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
        <PreviewButton of={state} text={text} label={i18n.t('copies.look')} />
      </div>
      <ImportSteps
        of={state}
        formatResult={({ topics }) => i18n.t('copies.added', topics, [formatNumber(topics)])}
      />
    </>
  );
}
