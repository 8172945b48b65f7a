import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { PaperLink } from '../paper/PaperLink.tsx';
import { abstractUrl } from '../paper/paper-urls.ts';
import { toFailure } from '../use-answer.ts';

/** Nothing is known to compare: the abstract page, or one request that says what it sends. */
export function NoText({ paper, onFound }: { paper: PagePaper; onFound: () => void }) {
  const { background } = useAppContext();
  const [asked, setAsked] = useState<string | null>(null);
  const { arxivId } = paper;
  const address = abstractUrl(paper);
  const ask = (id: string) => {
    setAsked(i18n.t('related.asking'));
    background.askArxiv({ arxivId: id }).then(
      ({ found }) => (found ? onFound() : setAsked(i18n.t('related.notAtArxiv', [id]))),
      (error: unknown) => setAsked(toFailure(error).message),
    );
  };
  return (
    <div class="state">
      <p>{i18n.t(paper.view === 'pdf' ? 'related.noText' : 'related.noTextPage')}</p>
      {address && paper.view !== 'abstract' && (
        <p>
          <PaperLink href={address}>{i18n.t('related.openAbstract')}</PaperLink>
        </p>
      )}
      {arxivId && (
        <button type="button" class="link-button" onClick={() => ask(arxivId)}>
          {i18n.t('related.askArxiv', [arxivId])}
        </button>
      )}
      <p role="status" class="soft">
        {asked}
      </p>
    </div>
  );
}
