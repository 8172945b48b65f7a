import { i18n } from '#i18n';
import type { Paper } from '../../lib/paper/paper.ts';
import { formatNumber } from '../format.ts';
import { PaperLink } from './PaperLink.tsx';
import { huggingFaceUrl, pdfUrl, toHttpsUrl } from './paper-urls.ts';

const huggingFaceLabel = ({ comments }: Paper) =>
  comments === null
    ? i18n.t('paper.hf')
    : i18n.t('paper.comments', comments, [formatNumber(comments)]);

/** PDF · HF (comments) · Code · Project, those that are known. */
export function PaperLinks({ paper }: { paper: Paper }) {
  const links = [
    { href: pdfUrl(paper), label: i18n.t('paper.pdf'), reads: true },
    { href: huggingFaceUrl(paper), label: huggingFaceLabel(paper), reads: true },
    { href: toHttpsUrl(paper.codeUrl), label: i18n.t('paper.code'), reads: false },
    { href: toHttpsUrl(paper.projectUrl), label: i18n.t('paper.project'), reads: false },
  ];
  return (
    <ul class="links" aria-label={i18n.t('paper.links')}>
      {links.map(
        ({ href, label, reads }) =>
          href && (
            <li key={label}>
              <PaperLink href={href} reads={reads ? paper.id : undefined}>
                {label}
              </PaperLink>
            </li>
          ),
      )}
    </ul>
  );
}
