import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { useAnswer } from '../use-answer.ts';
import { CopyEvidence, EvidenceLines } from './Evidence.tsx';

/** For diagnostics: the evidence on the page that the user looked at last, to read and to copy. */
export function DetectionEvidence() {
  const { lastDetection } = useAppContext();
  const [answer] = useAnswer(lastDetection, '');
  if (answer.state === 'waiting') return null;
  if (answer.value === null) return <p class="soft">{i18n.t('evidence.none')}</p>;
  return (
    <>
      <EvidenceLines detection={answer.value} />
      <div class="actions">
        <CopyEvidence detection={answer.value} />
      </div>
    </>
  );
}
