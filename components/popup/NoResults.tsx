import { i18n } from '#i18n';
import type { SearchAnswer } from '../../lib/answers/papers/search-answer.ts';
import { PaperLink } from '../paper/PaperLink.tsx';
import { abstractUrl } from '../paper/paper-urls.ts';

const searchUrls = (query: string) => {
  const encoded = encodeURIComponent(query);
  return {
    arxiv: `https://arxiv.org/search/?query=${encoded}&searchtype=all`,
    huggingFace: `https://huggingface.co/papers?q=${encoded}`,
  };
};

/** No result: links to the page of a pasted id, or to searches on other sites. */
export function NoResults({ answer }: { answer: SearchAnswer }) {
  const { query, pasted } = answer;
  const url = pasted && abstractUrl(pasted);
  if (url)
    return (
      <div class="state">
        <p>{i18n.t('search.pasted', [pasted.arxivId ?? pasted.doi ?? ''])}</p>
        <PaperLink href={url} inList>
          {i18n.t(pasted.arxivId ? 'search.openArxiv' : 'search.openDoi')}
        </PaperLink>
      </div>
    );
  const { arxiv, huggingFace } = searchUrls(query.trim());
  return (
    <div class="state">
      <p>{i18n.t('search.none', [query.trim()])}</p>
      <p class="soft">{i18n.t('search.elsewhere')}</p>
      <ul class="links">
        <li>
          <PaperLink href={arxiv}>{i18n.t('search.atArxiv')}</PaperLink>
        </li>
        <li>
          <PaperLink href={huggingFace}>{i18n.t('search.atHuggingface')}</PaperLink>
        </li>
      </ul>
    </div>
  );
}
