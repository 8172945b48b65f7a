import type { DigestStatus } from '../../lib/digest/status.ts';
import { useAppContext } from '../app-context.ts';
import { formatProblem } from './format-problem.ts';
import { LoadingLine } from './LoadingLine.tsx';

interface Props {
  status: DigestStatus;
  onStatus: (status: DigestStatus) => void;
}

/** The progress of the first load and the problem of the last update, while there is one. */
export function DigestNotice({ status, onStatus }: Props) {
  const { now } = useAppContext();
  return (
    <>
      {status.problem && <p class="line problem">{formatProblem(status.problem, now())}</p>}
      {status.loading && <LoadingLine loading={status.loading} onStatus={onStatus} />}
    </>
  );
}
