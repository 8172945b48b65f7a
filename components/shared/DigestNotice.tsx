import type { DigestStatus } from '../../lib/messages/answers.ts';
import { useSurroundings } from '../app-context.ts';
import { LoadingLine } from './LoadingLine.tsx';
import { problemWords } from './format-problem.ts';

interface Props {
  status: DigestStatus;
  onStatus: (status: DigestStatus) => void;
}

/** The digest's first load and its problem, each only while there is one. */
export function DigestNotice({ status, onStatus }: Props) {
  const { now } = useSurroundings();
  return (
    <>
      {status.problem && <p class="line problem">{problemWords(status.problem, now())}</p>}
      {status.loading && <LoadingLine loading={status.loading} onStatus={onStatus} />}
    </>
  );
}
