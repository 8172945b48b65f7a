import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { toFailure, useAnswer } from '../use-answer.ts';

/** Saves the paper of the page, whether the digest has it or not. */
export function SavePage({ paper }: { paper: PagePaper }) {
  const { background, trusts } = useAppContext();
  const [marks] = useAnswer(
    () => background.pageMarks({ paper }),
    JSON.stringify([paper.arxivId, paper.doi, paper.title]),
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (marks.state === 'failed') return null;
  const isSaved = chosen ?? marks.value?.saved ?? false;
  const toggle = (event: MouseEvent) => {
    if (!trusts(event)) return;
    setChosen(!isSaved);
    setProblem(null);
    background.savePaper({ paper, saved: !isSaved }).catch((error: unknown) => {
      setChosen(isSaved);
      setProblem(toFailure(error).message);
    });
  };
  return (
    <div>
      <button
        type="button"
        class="link-button"
        // Hidden but laid out, so that nothing shifts when the answer arrives.
        style={marks.value === null ? { visibility: 'hidden' } : undefined}
        aria-pressed={isSaved}
        onClick={toggle}
      >
        {i18n.t(isSaved ? 'reading.savedPage' : 'reading.savePage')}
      </button>
      <ProblemLine text={problem} />
    </div>
  );
}
