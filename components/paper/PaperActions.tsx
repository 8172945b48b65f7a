import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Marks } from '../../lib/messages/answers.ts';
import { bibtexOf } from '../../lib/paper/bibtex.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { useSurroundings } from '../surroundings.ts';
import { failureOf } from '../use-answer.ts';

/** Save, mark read and copy BibTeX, each saying what became of it. */
export function PaperActions({ paper, marks }: { paper: Paper; marks: Marks }) {
  const { background, onUnreadChange } = useSurroundings();
  const [saved, setSaved] = useState(marks.saved);
  const [read, setRead] = useState(marks.read);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const save = () => {
    setSaved(!saved);
    setProblem(null);
    background.save({ ids: [paper.id], saved: !saved }).catch((error: unknown) => {
      setSaved(saved);
      setProblem(failureOf(error).message);
    });
  };
  const turnRead = () => {
    setProblem(null);
    background.markRead({ ids: [paper.id], read: !read }).then(
      () => {
        setRead(!read);
        onUnreadChange();
      },
      (error: unknown) => setProblem(failureOf(error).message),
    );
  };
  const copy = () => {
    const written = navigator.clipboard?.writeText(bibtexOf(paper)) ?? Promise.reject();
    written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  const copyWords = { true: 'paper.copied', false: 'paper.copyFailed' } as const;
  return (
    <div class="actions">
      <button type="button" class="button" data-on={saved} onClick={save}>
        {saved ? i18n.t('paper.saved') : i18n.t('paper.save')}
      </button>
      <button type="button" class="button" onClick={turnRead}>
        {i18n.t(read ? 'paper.markUnread' : 'paper.markRead')}
      </button>
      <button type="button" class="button" onClick={copy} onBlur={() => setCopied(null)}>
        {copied === null ? i18n.t('paper.copyBibtex') : i18n.t(copyWords[`${copied}`])}
      </button>
      <span role="status" class={problem ? 'problem' : 'unseen'}>
        {problem ?? (copied === null ? '' : i18n.t(copyWords[`${copied}`]))}
      </span>
    </div>
  );
}
