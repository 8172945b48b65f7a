import { i18n } from '#i18n';
import type { StoredSizes } from '../../lib/answers/user-data/stored-sizes.ts';
import type { DigestStatus } from '../../lib/digest/status.ts';
import { useAppContext } from '../app-context.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { DetectionEvidence } from '../shared/DetectionEvidence.tsx';
import { useClipboard } from '../shared/use-clipboard.ts';
import { useAnswer } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

interface Facts {
  version: string;
  /** Null until known, or where it cannot be read. */
  status: DigestStatus | null;
  sizes: StoredSizes | null;
}

function formatUpdateProblem({ problem }: DigestStatus): string {
  if (!problem) return i18n.t('diagnostics.noProblem');
  const { kind, httpStatus, since } = problem;
  const what = httpStatus === null ? kind : `${kind} (HTTP ${httpStatus})`;
  return i18n.t('diagnostics.problem', [what, since]);
}

/** What a bug report needs, one fact per line. Moments are in UTC. */
function diagnosticLines({ version, status, sizes }: Facts): string[] {
  const known = (value: string | null | undefined) => value ?? i18n.t('diagnostics.unknown');
  return [
    i18n.t('diagnostics.version', [version]),
    i18n.t('diagnostics.browser', [navigator.userAgent]),
    i18n.t('diagnostics.papers', [known(status && formatNumber(status.papers))]),
    i18n.t('diagnostics.index', [known(sizes && formatBytes(sizes.indexBytes))]),
    i18n.t('diagnostics.lastCheck', [known(status?.lastCheck)]),
    i18n.t('diagnostics.nextCheck', [known(status?.nextCheck)]),
    i18n.t('diagnostics.since', [known(status?.completeSince)]),
    ...(status ? [formatUpdateProblem(status)] : []),
  ];
}

function CopyButton({ text }: { text: string }) {
  const { copied, copy } = useClipboard();
  const result = copied === null ? '' : i18n.t(copied ? 'paper.copied' : 'paper.copyFailed');
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => copy(text)}>
        {result || i18n.t('diagnostics.copy')}
      </button>
      <span role="status" class="unseen">
        {result}
      </span>
    </div>
  );
}

interface Props {
  version: string;
  sizes: StoredSizes | null;
}

/** Where to find the evidence of a page's detection, and facts to copy into a bug report. */
export function DiagnosticsSection({ version, sizes }: Props) {
  const { background } = useAppContext();
  const [{ value: status }] = useAnswer(() => background.status({}), '');
  const lines = diagnosticLines({ version, status, sizes });
  return (
    <OptionsSection title={i18n.t('diagnostics.title')} name="diagnostics">
      <p>{i18n.t('diagnostics.evidence', [i18n.t('tabs.page')])}</p>
      <DetectionEvidence />
      <p class="soft">{i18n.t('diagnostics.hint')}</p>
      <ul class="evidence">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CopyButton text={lines.join('\n')} />
    </OptionsSection>
  );
}
