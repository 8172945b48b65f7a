import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Marks } from '../../lib/marks/marks.ts';
import { bibtexOf } from '../../lib/paper/bibtex.ts';
import { citationOf } from '../../lib/paper/citation.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';

interface Props {
  paper: Paper;
  marks: Marks;
  /** A mark was set or taken away. */
  onMarks?: ((marks: Partial<Marks>) => void) | undefined;
}

/** Save, mark read and copy BibTeX, each saying what became of it. */
export function PaperActions({ paper, marks, onMarks }: Props) {
  const { background, onUnreadChange } = useAppContext();
  const [saved, setSaved] = useState(marks.saved);
  const [read, setRead] = useState(marks.read);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [kind, setKind] = useState<'bibtex' | 'citation'>('bibtex');
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const title = plainText(paper.title);

  useEffect(() => setSaved(marks.saved), [marks.saved]);
  useEffect(() => setRead(marks.read), [marks.read]);

  const save = () => {
    setSaved(!saved);
    setProblem(null);
    background.save({ ids: [paper.id], saved: !saved }).then(
      () => {
        setSaid(i18n.t(saved ? 'reader.savedOff' : 'reader.savedOn', [title]));
        onMarks?.({ saved: !saved });
      },
      (error: unknown) => {
        setSaved(saved);
        setProblem(toFailure(error).message);
      },
    );
  };
  const turnRead = () => {
    setProblem(null);
    background.markRead({ ids: [paper.id], read: !read }).then(
      () => {
        setRead(!read);
        setSaid(i18n.t(read ? 'reader.readOff' : 'reader.readOn', [title]));
        onMarks?.({ read: !read });
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  const copy = (what: typeof kind) => {
    setKind(what);
    setSaid('');
    const text = what === 'bibtex' ? bibtexOf(paper) : citationOf(paper);
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  const kinds = ['bibtex', 'citation'] as const;
  const kindWords = { bibtex: 'paper.copyBibtex', citation: 'paper.copyCitation' } as const;
  const copyWords = { true: 'paper.copied', false: 'paper.copyFailed' } as const;
  return (
    <div class="actions">
      <button type="button" class="button" data-on={saved} onClick={save}>
        {saved ? i18n.t('paper.saved') : i18n.t('paper.save')}
      </button>
      <button type="button" class="button" onClick={turnRead}>
        {i18n.t(read ? 'paper.markUnread' : 'paper.markRead')}
      </button>
      {kinds.map((what) => (
        <button
          type="button"
          class="button"
          key={what}
          onClick={() => copy(what)}
          onBlur={() => setCopied(null)}
        >
          {copied === null || kind !== what
            ? i18n.t(kindWords[what])
            : i18n.t(copyWords[`${copied}`])}
        </button>
      ))}
      <span role="status" class={problem ? 'problem' : 'unseen'}>
        {problem ?? (copied === null ? said : i18n.t(copyWords[`${copied}`]))}
      </span>
    </div>
  );
}
