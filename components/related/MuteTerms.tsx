import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { ruleKey } from '../../lib/mutes/mute-rules.ts';
import { useAppContext } from '../app-context.ts';
import { RuleChips } from '../mutes/RuleChips.tsx';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { toFailure } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import type { Related } from './use-related.ts';

const mostTerms = 12;
const places = [
  ['here', false],
  ['everywhere', true],
] as const;

/** The words that carried this paper's answers, to ignore here or in all panels, and the way back. */
export function MuteTerms({ related, onDone }: { related: Related; onDone: () => void }) {
  const { answer, ignored, ignore } = related;
  const { trusts } = useAppContext();
  const id = useUniqueId();
  const heading = useFocusOnOpen<HTMLHeadingElement>(answer.value);
  const [everywhere, setEverywhere] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const outcome = answer.value?.outcome;
  const used = outcome?.state === 'related' ? outcome.entries.flatMap(({ why }) => why) : [];
  const known = new Set([...ignored.here, ...ignored.everywhere].map(ruleKey));
  const words = [...new Set(used)]
    .map((what): MuteRule => ({ kind: 'word', what }))
    .filter((thing) => !known.has(ruleKey(thing)))
    .slice(0, mostTerms);
  const change = (thing: MuteRule, place: boolean, on: boolean, event: Event) => {
    if (!trusts(event)) return;
    ignore(thing, place, on).then(
      () => setProblem(null),
      (error: unknown) => setProblem(toFailure(error).message),
    );
    // The chip that had it goes away.
    heading.current?.focus();
  };
  return (
    <section
      class="form"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <h3 id={id} tabIndex={-1} ref={heading}>
        {i18n.t('ignore.title')}
      </h3>
      <fieldset class="places">
        <legend class="unseen">{i18n.t('ignore.where')}</legend>
        {places.map(([place, is]) => (
          <label class="check" key={place}>
            <input
              type="radio"
              name={id}
              checked={everywhere === is}
              onChange={() => setEverywhere(is)}
            />
            {i18n.t(`ignore.${place}`)}
          </label>
        ))}
      </fieldset>
      {words.length > 0 ? (
        <RuleChips
          title={i18n.t('ignore.words')}
          things={words}
          onPress={(thing, event) => change(thing, everywhere, true, event)}
        />
      ) : (
        <p class="line soft">{i18n.t('ignore.none')}</p>
      )}
      <RuleChips
        title={i18n.t('ignore.ignoredHere')}
        things={ignored.here}
        ignored
        onPress={(thing, event) => change(thing, false, false, event)}
      />
      <RuleChips
        title={i18n.t('ignore.ignoredEverywhere')}
        things={ignored.everywhere.slice(-mostTerms)}
        ignored
        onPress={(thing, event) => change(thing, true, false, event)}
      />
      {problem && (
        <p class="line problem" role="alert">
          {problem}
        </p>
      )}
      <p class="line soft">{i18n.t('ignore.options')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onDone}>
          {i18n.t('ignore.done')}
        </button>
      </div>
    </section>
  );
}
