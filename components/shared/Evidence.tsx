import { i18n } from '#i18n';
import { evidenceText } from '../../lib/page/evidence-text.ts';
import type { Detection } from '../../lib/paper/paper.ts';
import { FormSection } from './FormSection.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useFocusOnOpen } from './use-focus-on-open.ts';

type Inspected = Pick<Detection, 'kind' | 'site' | 'evidence'>;

/** The lines of the evidence; never the page's address. */
export function EvidenceLines({ detection }: { detection: Inspected }) {
  return (
    <>
      <ul class="evidence">
        {evidenceText(detection)
          .split('\n')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <p class="line soft">{i18n.t('evidence.hint')}</p>
    </>
  );
}

/** Copies those lines; its label says whether it could. */
export function CopyEvidence({ detection }: { detection: Inspected }) {
  const { copied, copy } = useClipboard();
  const result = copied === null ? '' : i18n.t(copied ? 'paper.copied' : 'paper.copyFailed');
  return (
    <>
      <button type="button" class="button" onClick={() => copy(evidenceText(detection))}>
        {result || i18n.t('evidence.copy')}
      </button>
      <span role="status" class="unseen">
        {result}
      </span>
    </>
  );
}

interface Props {
  detection: Inspected;
  title: string;
  /** Of its heading, one below that of the view around it. */
  level?: 2 | 3;
  onClose: () => void;
}

/** The evidence for and against a paper on the page in front, in a section that can be closed. */
export function Evidence({ detection, title, level = 3, onClose }: Props) {
  const titleRef = useFocusOnOpen<HTMLHeadingElement>();
  return (
    <FormSection
      title={title}
      titleAs={level === 2 ? 'h2' : 'h3'}
      titleRef={titleRef}
      onClose={onClose}
    >
      <EvidenceLines detection={detection} />
      <div class="actions">
        <CopyEvidence detection={detection} />
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('ignore.done')}
        </button>
      </div>
    </FormSection>
  );
}
