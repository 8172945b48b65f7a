import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { evidenceText } from '../../lib/page/evidence-text.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { useUniqueId } from '../use-unique-id.ts';

interface Props {
  detection: Pick<Detection, 'kind' | 'site' | 'evidence'>;
  title: string;
  /** Of its heading, below those of the view it stands in. */
  level?: 2 | 3;
  onDone: () => void;
}

/** What spoke for and against a paper here, to read and to copy; never the page's address. */
export function Evidence({ detection, title, level = 3, onDone }: Props) {
  const id = useUniqueId();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const [copied, setCopied] = useState<boolean | null>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  const lines = evidenceText(detection).split('\n');
  const copy = () => {
    const written = navigator.clipboard?.writeText(lines.join('\n')) ?? Promise.reject();
    written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const said = copied === null ? '' : i18n.t(copied ? 'paper.copied' : 'paper.copyFailed');
  return (
    <section
      class="form"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <Heading id={id} tabIndex={-1} ref={heading}>
        {title}
      </Heading>
      <ul class="evidence">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="line soft">{i18n.t('evidence.hint')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          {said || i18n.t('evidence.copy')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {i18n.t('ignore.done')}
        </button>
        <span role="status" class="unseen">
          {said}
        </span>
      </div>
    </section>
  );
}
