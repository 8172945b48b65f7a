import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';

/** The state of a paper's Save and Mark read buttons, with an announcement of the last change. */
export function useMarkButtons(
  paper: Paper,
  marks: Marks,
  onMarks?: (marks: Partial<Marks>) => void,
) {
  const { background, onUnreadChange } = useAppContext();
  const [saved, setSaved] = useState(marks.saved);
  const [read, setRead] = useState(marks.read);
  const [problem, setProblem] = useState<string | null>(null);
  const [announcement, announce] = useState('');
  const title = plainText(paper.title);
  useEffect(() => setSaved(marks.saved), [marks.saved]);
  useEffect(() => setRead(marks.read), [marks.read]);

  const toggleSaved = () => {
    setSaved(!saved);
    setProblem(null);
    background.save({ ids: [paper.id], saved: !saved }).then(
      () => {
        announce(i18n.t(saved ? 'reader.savedOff' : 'reader.savedOn', [title]));
        onMarks?.({ saved: !saved });
      },
      (error: unknown) => {
        setSaved(saved);
        setProblem(toFailure(error).message);
      },
    );
  };
  const toggleRead = () => {
    setProblem(null);
    background.markRead({ ids: [paper.id], read: !read }).then(
      () => {
        setRead(!read);
        announce(i18n.t(read ? 'reader.readOff' : 'reader.readOn', [title]));
        onMarks?.({ read: !read });
        onUnreadChange();
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  return { saved, read, problem, announcement, announce, toggleSaved, toggleRead };
}
