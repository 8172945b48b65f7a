import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListedPaper, SearchResult } from '../../lib/messages/answers.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { abstractAddress } from './addresses.ts';
import { Marked, rangesInPlainText } from './Marked.tsx';
import { PaperDetails } from './PaperDetails.tsx';
import { PaperFacts } from './PaperFacts.tsx';
import { PaperLink } from './PaperLink.tsx';

/** A paper in a list, with what that list knows of it beyond the paper itself. */
export interface Line extends ListedPaper {
  newer?: boolean;
  why?: string[];
  /** Why it stands in this list. */
  note?: string;
  match?: Pick<SearchResult, 'titleRanges' | 'snippet'>;
}

interface Props {
  line: Line;
  open: boolean;
  onToggle: () => void;
}

/** One paper: a line at rest, its details when opened. */
export function PaperLine({ line, open, onToggle }: Props) {
  const id = useId();
  const { paper, marks, match } = line;
  const title = plainText(paper.title) || i18n.t('paper.untitled');
  const address = abstractAddress(paper);
  const ranges = rangesInPlainText(paper.title, title, match?.titleRanges ?? []);
  const words = <Marked text={title} ranges={ranges} />;
  return (
    <li class="entry" data-open={open} data-read={marks.read}>
      <div class="row">
        <div class="row-text">
          <div class="title" title={title}>
            {address ? (
              <PaperLink href={address} reads={paper.id} inList>
                {words}
              </PaperLink>
            ) : (
              words
            )}
          </div>
          {match?.snippet && (
            <p class="snippet">
              <Marked text={match.snippet.text} ranges={match.snippet.ranges} />
            </p>
          )}
          {line.note && <p class="note">{line.note}</p>}
          <PaperFacts paper={paper} marks={marks} newer={line.newer} />
        </div>
        <button
          type="button"
          class="icon-button disclose"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={i18n.t('paper.details', [title])}
          onClick={onToggle}
        >
          <Icon name="chevron" />
        </button>
      </div>
      {open && <PaperDetails listed={line} why={line.why ?? []} id={id} />}
    </li>
  );
}
