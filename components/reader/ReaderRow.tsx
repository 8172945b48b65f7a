import { Component } from 'preact';
import { i18n } from '#i18n';
import type { DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import type { Paper, PaperId } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { formatDate, formatList, formatNumber } from '../format.ts';
import { DiscloseButton } from '../paper/DiscloseButton.tsx';
import { PaperActions } from '../paper/PaperActions.tsx';
import { PaperLink } from '../paper/PaperLink.tsx';
import { PaperLinks } from '../paper/PaperLinks.tsx';
import { abstractUrl } from '../paper/paper-urls.ts';
import { Upvotes } from '../shared/PaperFacts.tsx';
import { FollowExamples } from '../topic/FollowExamples.tsx';
import { useUniqueId } from '../use-unique-id.ts';
import { MathText } from './MathText.tsx';

const maxAuthors = 3;
const maxSummaryLength = 600;

function formatAuthors({ authors }: Paper): string {
  const named = formatList(authors.slice(0, maxAuthors));
  const more = authors.length - maxAuthors;
  return more > 0 ? i18n.t('reader.authors', more, [named, formatNumber(more)]) : named;
}

function Details({ line, why = [], id, onMarks, onMap }: Props & { id: string }) {
  const { paper, marks } = line;
  const { summary, abstract } = paper;
  return (
    <div class="reader-details" id={id}>
      {why.length > 0 && <p class="line soft">{i18n.t('paper.shares', [formatList(why)])}</p>}
      {summary && (
        <p class="summary" dir="auto">
          {plainText(summary.text).slice(0, maxSummaryLength)}{' '}
          <span class="by">
            {i18n.t(summary.by === 'kindred' ? 'paper.summaryKindred' : 'paper.summaryHuggingface')}
          </span>
        </p>
      )}
      {abstract ? (
        <p class="abstract" dir="auto">
          <MathText text={abstract} />
        </p>
      ) : (
        !summary && <p class="soft">{i18n.t('paper.noSummary')}</p>
      )}
      <PaperLinks paper={paper} />
      <PaperActions paper={paper} marks={marks} onMarks={onMarks} />
      {onMap && (
        <button type="button" class="link-button" onClick={() => onMap(paper.id)}>
          {i18n.t('map.around')}
        </button>
      )}
      <FollowExamples paper={paper} />
    </div>
  );
}

interface Props {
  line: DigestLine;
  /** The terms it shares with the paper in the middle of the map. */
  why?: string[];
  open: boolean;
  onToggle: () => void;
  onMarks: (marks: Partial<Marks>) => void;
  /** Opens the map around a paper. */
  onMap?: ((id: PaperId) => void) | undefined;
}

/**
 * A paper on the reader page: its title and facts; expanded, also its whole abstract. Draws again only
 * for another line or state, since the list is drawn at each scroll event: callbacks must stay valid.
 */
export class ReaderRow extends Component<Props> {
  override shouldComponentUpdate({ line, open }: Props): boolean {
    return line !== this.props.line || open !== this.props.open;
  }

  override render(props: Props) {
    return <Row {...props} />;
  }
}

function Facts({ line: { paper, marks, news } }: Pick<Props, 'line'>) {
  return (
    <p class="facts">
      {paper.upvotes !== null && <Upvotes count={paper.upvotes} />}
      {news.length > 0 && <span class="tag">{i18n.t('reader.news', [formatList(news)])}</span>}
      {paper.published && <time dateTime={paper.published}>{formatDate(paper.published)}</time>}
      {paper.sources.join() === 'arxiv' && <span class="tag">{i18n.t('paper.arxivOnly')}</span>}
      {marks.saved && <span class="tag">{i18n.t('paper.saved')}</span>}
      {marks.read && <span>{i18n.t('paper.read')}</span>}
      {paper.withdrawn && <span class="tag tag-warn">{i18n.t('paper.withdrawn')}</span>}
      {paper.authors.length > 0 && <span class="authors">{formatAuthors(paper)}</span>}
    </p>
  );
}

function Row(props: Props) {
  const { line, open, onToggle, onMarks } = props;
  const id = useUniqueId();
  const { paper, marks } = line;
  const url = abstractUrl(paper);
  const plainTitle = plainText(paper.title) || i18n.t('paper.untitled');
  const title = paper.title ? <MathText text={paper.title} /> : plainTitle;
  return (
    <div class="reader-paper" data-read={marks.read}>
      <div class="reader-line">
        <div class="reader-text">
          <h3 class="title" dir="auto">
            {url ? (
              <PaperLink href={url} reads={paper.id} onFollow={() => onMarks({ read: true })}>
                {title}
              </PaperLink>
            ) : (
              title
            )}
          </h3>
          <Facts line={line} />
        </div>
        <DiscloseButton title={plainTitle} open={open} id={id} onToggle={onToggle} />
      </div>
      {open && <Details {...props} id={id} />}
    </div>
  );
}
