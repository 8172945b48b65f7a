import { i18n } from '#i18n';
import type { SearchAnswer } from '../../lib/messages/answers.ts';
import { abstractAddress } from '../paper/addresses.ts';
import { PaperLink } from '../paper/PaperLink.tsx';

const elsewhere = (query: string) => {
  const words = encodeURIComponent(query);
  return {
    arxiv: `https://arxiv.org/search/?query=${words}&searchtype=all`,
    huggingFace: `https://huggingface.co/papers?q=${words}`,
  };
};

/** Nothing here: the pasted paper's own page, or searches elsewhere that say what they send. */
export function NoResults({ answer }: { answer: SearchAnswer }) {
  const { query, pasted } = answer;
  const address = pasted && abstractAddress(pasted);
  if (address)
    return (
      <div class="state">
        <p>{i18n.t('search.pasted', [pasted.arxivId ?? pasted.doi ?? ''])}</p>
        <PaperLink href={address} inList>
          {i18n.t(pasted.arxivId ? 'search.openArxiv' : 'search.openDoi')}
        </PaperLink>
      </div>
    );
  const { arxiv, huggingFace } = elsewhere(query.trim());
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
