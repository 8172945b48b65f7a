import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';

interface Props {
  paper: PagePaper;
  onConfirm: (paper: PagePaper) => void;
}

/** A PDF of an unknown site may be a paper; the user decides. */
export function OfferedPdf({ paper, onConfirm }: Props) {
  return (
    <div class="state">
      <p>{i18n.t('page.offered')}</p>
      <button type="button" class="button" onClick={() => onConfirm(paper)}>
        {paper.title ? i18n.t('page.takeTitled', [paper.title]) : i18n.t('page.take')}
      </button>
    </div>
  );
}
