import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import type { SearchResult } from '../../lib/search/results/search-result.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { PaperFacts } from '../shared/PaperFacts.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { useUniqueId } from '../use-unique-id.ts';
import { DiscloseButton } from './DiscloseButton.tsx';
import { Highlighted } from './Highlighted.tsx';
import { PaperDetails } from './PaperDetails.tsx';
import { PaperLink } from './PaperLink.tsx';
import { abstractUrl } from './paper-urls.ts';
import { useMarks } from './use-marks.ts';

/** A paper in a list, with what that list knows of it beyond the paper itself. */
export interface PaperLineData extends MarkedPaper {
  newer?: boolean;
  why?: string[];
  /** Why it stands in this list. */
  note?: string;
  match?: Pick<SearchResult, 'titleRanges' | 'snippet'>;
  /** The list is of saved papers: one that is saved no longer gives way to the way back. */
  kept?: boolean;
  /** A mark was set or taken away. */
  onMarks?: (marks: Marks) => void;
}

interface Props {
  line: PaperLineData;
  open: boolean;
  onToggle: () => void;
}

const markKeys: Record<string, keyof Marks> = { s: 'saved', r: 'read' };

/**
 * One paper: a line at rest, its details when opened. In Kindred's own views `s` and `r` on its
 * link save it and mark it read, or no longer.
 */
export function PaperLine({ line, open, onToggle }: Props) {
  const id = useUniqueId();
  const own = useAppContext().open !== null;
  const { paper, match } = line;
  const { marks, note, turn, problem } = useMarks(line, line.onMarks);
  const root = useRef<HTMLLIElement>(null);
  const cameBack = useRef(false);
  const gone = line.kept === true && !marks.saved;
  // Before the paint, so that no key pressed at once is lost.
  useLayoutEffect(() => {
    if (gone || !cameBack.current) return;
    cameBack.current = false;
    root.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [gone]);
  const title = plainText(paper.title) || i18n.t('paper.untitled');
  const address = abstractUrl(paper);
  const words = <Highlighted text={title} ranges={match?.titleRanges ?? []} />;
  const pressed = (event: KeyboardEvent) => {
    const mark = markKeys[event.key];
    const onLink = (event.target as Element).matches('a[data-in-list]');
    if (!own || !mark || !onLink || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn(mark);
  };
  if (gone)
    return (
      <li class="entry undo-place" ref={root}>
        <UndoLine
          words={i18n.t('reading.removed', [title])}
          onUndo={() => {
            cameBack.current = true;
            turn('saved');
          }}
          takesFocus
        />
      </li>
    );
  return (
    <li class="entry" data-open={open} data-read={marks.read} ref={root} onKeyDown={pressed}>
      <div class="row">
        <div class="row-text">
          <div class="title" dir="auto" title={title}>
            {address ? (
              <PaperLink
                href={address}
                reads={paper.id}
                inList
                onFollow={() => note({ read: true })}
              >
                {words}
              </PaperLink>
            ) : (
              words
            )}
          </div>
          {match?.snippet && (
            <p class="snippet" dir="auto">
              <Highlighted text={match.snippet.text} ranges={match.snippet.ranges} />
            </p>
          )}
          {line.note && <p class="note">{line.note}</p>}
          <PaperFacts paper={paper} marks={marks} newer={line.newer} kept={line.kept} />
          {problem && (
            <p class="line problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <DiscloseButton title={title} open={open} id={id} onToggle={onToggle} />
      </div>
      {open && (
        <PaperDetails listed={{ paper, marks }} why={line.why ?? []} id={id} onMarks={note} />
      )}
    </li>
  );
}
