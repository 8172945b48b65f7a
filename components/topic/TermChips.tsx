import { i18n } from '#i18n';
import { Chips } from '../shared/Chips.tsx';
import { hasTerm, withoutTerm, withTerm } from './query-terms.ts';

interface Props {
  terms: string[];
  query: string;
  onChange: (query: string) => void;
}

/** The suggested terms, each of which the query can have or not. */
export function TermChips({ terms, query, onChange }: Props) {
  return (
    <Chips
      title={i18n.t('topic.terms')}
      hidesTitle
      chips={terms.map((term) => {
        const isOn = hasTerm(query, term);
        return {
          ...{ key: term, text: term, isOn },
          label: i18n.t(isOn ? 'topic.removeTerm' : 'topic.addTerm', [term]),
          onPress: () => onChange(isOn ? withoutTerm(query, term) : withTerm(query, term)),
        };
      })}
    />
  );
}
