import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { PaperLink } from '../paper/PaperLink.tsx';
import { abstractUrl } from '../paper/paper-urls.ts';
import { toFailure } from '../use-answer.ts';

/** The page has no text to compare: links to the abstract, or fetches it from arXiv on a click. */
export function NoText({ paper, onFound }: { paper: PagePaper; onFound: () => void }) {
  const { background } = useAppContext();
  const [progress, setProgress] = useState<string | null>(null);
  const { arxivId } = paper;
  const url = abstractUrl(paper);
  const fetchAbstract = (id: string) => {
    setProgress(i18n.t('related.asking'));
    background.askArxiv({ arxivId: id }).then(
      ({ found }) => (found ? onFound() : setProgress(i18n.t('related.notAtArxiv', [id]))),
      (error: unknown) => setProgress(toFailure(error).message),
    );
  };
  return (
    <div class="state">
      <p>{i18n.t(paper.view === 'pdf' ? 'related.noText' : 'related.noTextPage')}</p>
      {url && paper.view !== 'abstract' && (
        <p>
          <PaperLink href={url}>{i18n.t('related.openAbstract')}</PaperLink>
        </p>
      )}
      {arxivId && (
        <button type="button" class="link-button" onClick={() => fetchAbstract(arxivId)}>
          {i18n.t('related.askArxiv', [arxivId])}
        </button>
      )}
      <p role="status" class="soft">
        {progress}
      </p>
    </div>
  );
}
