import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';

interface Props {
  paper: PagePaper;
  onTake: (paper: PagePaper) => void;
}

/** A PDF somewhere: it may be a paper, and the user decides. */
export function OfferedPdf({ paper, onTake }: Props) {
  return (
    <div class="state">
      <p>{i18n.t('page.offered')}</p>
      <button type="button" class="button" onClick={() => onTake(paper)}>
        {paper.title ? i18n.t('page.takeTitled', [paper.title]) : i18n.t('page.take')}
      </button>
    </div>
  );
}
