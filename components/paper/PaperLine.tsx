import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import type { SearchResult } from '../../lib/search/results/search-result.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { PaperFacts } from '../shared/PaperFacts.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { useUniqueId } from '../use-unique-id.ts';
import { DiscloseButton } from './DiscloseButton.tsx';
import { Highlighted } from './Highlighted.tsx';
import { PaperDetails } from './PaperDetails.tsx';
import { PaperLink } from './PaperLink.tsx';
import { abstractUrl } from './paper-urls.ts';
import { useMarks } from './use-marks.ts';

/** A paper in a list, with what that list knows about it beyond the paper itself. */
export interface PaperLineData extends MarkedPaper {
  newer?: boolean;
  why?: string[];
  /** Why it is in this list. */
  note?: string;
  match?: Pick<SearchResult, 'titleRanges' | 'snippet'>;
  /** The list is of saved papers: a paper that is no longer saved becomes an Undo line. */
  kept?: boolean;
  /** A mark was set or removed. */
  onMarks?: (marks: Marks) => void;
}

interface Props {
  line: PaperLineData;
  open: boolean;
  onToggle: () => void;
}

const markKeys: Record<string, keyof Marks> = { s: 'saved', r: 'read' };

/** The mark whose key was pressed on the link of a line; null for other keys. */
function pressedMark(event: KeyboardEvent): keyof Marks | null {
  const isOnLink = (event.target as Element).matches('a[data-in-list]');
  if (!isOnLink || event.ctrlKey || event.metaKey || event.altKey) return null;
  return markKeys[event.key] ?? null;
}

/**
 * Returns what makes a removed line focus its link when it comes back. In a layout effect, so that no
 * key pressed at once is lost.
 */
function useFocusOnReturn(root: RefObject<HTMLElement | null>, isGone: boolean): () => void {
  const returns = useRef(false);
  useLayoutEffect(() => {
    if (isGone || !returns.current) return;
    returns.current = false;
    root.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [isGone]);
  return () => {
    returns.current = true;
  };
}

interface TextProps {
  line: PaperLineData;
  title: string;
  marks: Marks;
  problem: string | null;
  onFollow: () => void;
}

/** Title, snippet and facts of a line. */
function LineText({ line, title, marks, problem, onFollow }: TextProps) {
  const { paper, match } = line;
  const url = abstractUrl(paper);
  const text = <Highlighted text={title} ranges={match?.titleRanges ?? []} />;
  return (
    <div class="row-text">
      <div class="title" dir="auto" title={title}>
        {url ? (
          <PaperLink href={url} reads={paper.id} inList onFollow={onFollow}>
            {text}
          </PaperLink>
        ) : (
          text
        )}
      </div>
      {match?.snippet && (
        <p class="snippet" dir="auto">
          <Highlighted text={match.snippet.text} ranges={match.snippet.ranges} />
        </p>
      )}
      {line.note && <p class="note">{line.note}</p>}
      <PaperFacts paper={paper} marks={marks} newer={line.newer} kept={line.kept} />
      <ProblemLine text={problem} />
    </div>
  );
}

/**
 * One paper: a line, with details when opened. In Kindred's own views the keys `s` and `r` on its
 * link toggle its saved and read marks.
 */
export function PaperLine({ line, open, onToggle }: Props) {
  const id = useUniqueId();
  const isOwnView = useAppContext().open !== null;
  const { paper } = line;
  const { marks, note, toggle, problem } = useMarks(line, line.onMarks);
  const root = useRef<HTMLLIElement>(null);
  const isGone = line.kept === true && !marks.saved;
  const focusOnReturn = useFocusOnReturn(root, isGone);
  const title = plainText(paper.title) || i18n.t('paper.untitled');
  if (isGone)
    return (
      <li class="entry undo-place" ref={root}>
        <UndoLine
          words={i18n.t('reading.removed', [title])}
          onUndo={() => {
            focusOnReturn();
            toggle('saved');
          }}
          takesFocus
        />
      </li>
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = isOwnView ? pressedMark(event) : null;
    if (!mark) return;
    event.preventDefault();
    toggle(mark);
  };
  return (
    <li class="entry" data-open={open} data-read={marks.read} ref={root} onKeyDown={onKeyDown}>
      <div class="row">
        <LineText
          line={line}
          title={title}
          marks={marks}
          problem={problem}
          onFollow={() => note({ read: true })}
        />
        <DiscloseButton title={title} open={open} id={id} onToggle={onToggle} />
      </div>
      {open && (
        <PaperDetails listed={{ paper, marks }} why={line.why ?? []} id={id} onMarks={note} />
      )}
    </li>
  );
}
