import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure, useAnswer } from '../use-answer.ts';

/** Saves the paper of the page, whether Daily Papers has it or not. */
export function SavePage({ paper }: { paper: PagePaper }) {
  const { background, trusts } = useAppContext();
  const [marks] = useAnswer(
    () => background.pageMarks({ paper }),
    JSON.stringify([paper.arxivId, paper.doi, paper.title]),
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (marks.state === 'failed') return null;
  const saved = chosen ?? marks.value?.saved ?? false;
  const turn = (event: MouseEvent) => {
    if (!trusts(event)) return;
    setChosen(!saved);
    setProblem(null);
    background.savePaper({ paper, saved: !saved }).catch((error: unknown) => {
      setChosen(saved);
      setProblem(toFailure(error).message);
    });
  };
  return (
    <div>
      <button
        type="button"
        class="link-button"
        // Its place is kept, so that nothing moves when the answer comes.
        style={marks.value === null ? { visibility: 'hidden' } : undefined}
        aria-pressed={saved}
        onClick={turn}
      >
        {i18n.t(saved ? 'reading.savedPage' : 'reading.savePage')}
      </button>
      {problem && (
        <p class="line problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
