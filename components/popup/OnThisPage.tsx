import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Detection, PagePaper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { RelatedBody } from '../related/RelatedBody.tsx';
import { RelatedMenu } from '../related/RelatedMenu.tsx';
import { paperKey, useRelated } from '../related/use-related.ts';

function PageRelated({ paper }: { paper: PagePaper }) {
  const related = useRelated(paper, true);
  const [ignoring, setIgnoring] = useState(false);
  const self = related.answer.value?.self?.paper.title ?? paper.title ?? paper.arxivId;
  return (
    <>
      <div class="bar">
        <h2 class="page-title">{plainText(self ?? '') || i18n.t('paper.untitled')}</h2>
        <RelatedMenu related={related} onIgnoreTerm={() => setIgnoring(true)} />
      </div>
      <RelatedBody
        related={related}
        ignoring={ignoring}
        notice={false}
        onIgnored={() => setIgnoring(false)}
      />
    </>
  );
}

/** The related papers of the paper in the active tab. */
export function OnThisPage({ tabPaper }: { tabPaper: Detection | null }) {
  if (tabPaper?.kind !== 'paper') return <p class="state soft">{i18n.t('page.none')}</p>;
  return <PageRelated key={paperKey(tabPaper.paper)} paper={tabPaper.paper} />;
}
