import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Marks } from '../../lib/marks/marks.ts';
import { bibtexOf } from '../../lib/paper/bibtex.ts';
import { citationOf } from '../../lib/paper/citation.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { useClipboard } from '../shared/use-clipboard.ts';
import { useMarkButtons } from './use-mark-buttons.ts';

interface Props {
  paper: Paper;
  marks: Marks;
  /** A mark was set or removed. */
  onMarks?: ((marks: Partial<Marks>) => void) | undefined;
}

const formats = {
  bibtex: { label: 'paper.copyBibtex', textOf: bibtexOf },
  citation: { label: 'paper.copyCitation', textOf: citationOf },
} as const;
type Format = keyof typeof formats;

/** The buttons Save, Mark read, Copy BibTeX and Copy citation; a live region announces each result. */
export function PaperActions({ paper, marks, onMarks }: Props) {
  const { saved, read, problem, announcement, announce, toggleSaved, toggleRead } = useMarkButtons(
    paper,
    marks,
    onMarks,
  );
  const { copied, copy, reset } = useClipboard();
  const [format, setFormat] = useState<Format>('bibtex');
  const copyResult = copied === null ? null : i18n.t(copied ? 'paper.copied' : 'paper.copyFailed');
  const copyAs = (chosen: Format) => {
    setFormat(chosen);
    announce('');
    copy(formats[chosen].textOf(paper));
  };
  return (
    <div class="actions">
      <button type="button" class="button" data-on={saved} onClick={toggleSaved}>
        {saved ? i18n.t('paper.saved') : i18n.t('paper.save')}
      </button>
      <button type="button" class="button" onClick={toggleRead}>
        {i18n.t(read ? 'paper.markUnread' : 'paper.markRead')}
      </button>
      {(Object.keys(formats) as Format[]).map((each) => (
        <button type="button" class="button" key={each} onClick={() => copyAs(each)} onBlur={reset}>
          {(format === each && copyResult) || i18n.t(formats[each].label)}
        </button>
      ))}
      <span role="status" class={problem ? 'problem' : 'unseen'}>
        {problem ?? copyResult ?? announcement}
      </span>
    </div>
  );
}
