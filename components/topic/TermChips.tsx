import { i18n } from '#i18n';
import { Icon } from '../shared/Icon.tsx';
import { hasTerm, withoutTerm, withTerm } from './query-terms.ts';

interface Props {
  terms: string[];
  query: string;
  onChange: (query: string) => void;
}

/** The suggested terms: those in the query can be taken out, the others put in. */
export function TermChips({ terms, query, onChange }: Props) {
  return (
    <fieldset class="chips">
      <legend class="unseen">{i18n.t('topic.terms')}</legend>
      {terms.map((term) => {
        const inside = hasTerm(query, term);
        return (
          <button
            type="button"
            key={term}
            class="chip"
            data-on={inside}
            aria-label={i18n.t(inside ? 'topic.removeTerm' : 'topic.addTerm', [term])}
            onClick={() => onChange(inside ? withoutTerm(query, term) : withTerm(query, term))}
          >
            {term}
            <Icon name="close" />
          </button>
        );
      })}
    </fieldset>
  );
}
