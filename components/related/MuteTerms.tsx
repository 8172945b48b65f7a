import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { ruleKey } from '../../lib/mutes/mute-rules.ts';
import { useAppContext } from '../app-context.ts';
import { RuleChips } from '../mutes/RuleChips.tsx';
import { FormSection } from '../shared/FormSection.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { toFailure } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import type { Related } from './use-related.ts';

const maxTerms = 12;
const scopes = [
  ['here', false],
  ['everywhere', true],
] as const;

/** Words that contributed to the related papers and are not muted yet. */
function termsToMute({ answer, muted }: Related): MuteRule[] {
  const outcome = answer.value?.outcome;
  const used = outcome?.state === 'related' ? outcome.entries.flatMap(({ why }) => why) : [];
  const known = new Set([...muted.here, ...muted.everywhere].map(ruleKey));
  return [...new Set(used)]
    .map((what): MuteRule => ({ kind: 'word', what }))
    .filter((rule) => !known.has(ruleKey(rule)))
    .slice(0, maxTerms);
}

interface ScopeChoiceProps {
  everywhere: boolean;
  onChange: (everywhere: boolean) => void;
}

/** Whether a word is muted in this panel or in all of them. */
function ScopeChoice({ everywhere, onChange }: ScopeChoiceProps) {
  const name = useUniqueId();
  return (
    <fieldset class="places">
      <legend class="unseen">{i18n.t('ignore.where')}</legend>
      {scopes.map(([scope, isEverywhere]) => (
        <label class="check" key={scope}>
          <input
            type="radio"
            name={name}
            checked={everywhere === isEverywhere}
            onChange={() => onChange(isEverywhere)}
          />
          {i18n.t(`ignore.${scope}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Mutes words that contributed to the related papers, here or in all panels, and unmutes them. */
export function MuteTerms({ related, onClose }: { related: Related; onClose: () => void }) {
  const { answer, muted, mute } = related;
  const { trusts } = useAppContext();
  const titleRef = useFocusOnOpen<HTMLHeadingElement>(answer.value);
  const [everywhere, setEverywhere] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const terms = termsToMute(related);
  const change = (inAll: boolean, isMuted: boolean) => (rule: MuteRule, event: Event) => {
    if (!trusts(event)) return;
    mute(rule, inAll, isMuted).then(
      () => setProblem(null),
      (error: unknown) => setProblem(toFailure(error).message),
    );
    // The chip that has the focus goes away.
    titleRef.current?.focus();
  };
  return (
    <FormSection title={i18n.t('ignore.title')} titleRef={titleRef} onClose={onClose}>
      <ScopeChoice everywhere={everywhere} onChange={setEverywhere} />
      {terms.length > 0 ? (
        <RuleChips
          title={i18n.t('ignore.words')}
          rules={terms}
          onPress={change(everywhere, true)}
        />
      ) : (
        <p class="line soft">{i18n.t('ignore.none')}</p>
      )}
      <RuleChips
        title={i18n.t('ignore.ignoredHere')}
        rules={muted.here}
        areMuted
        onPress={change(false, false)}
      />
      <RuleChips
        title={i18n.t('ignore.ignoredEverywhere')}
        rules={muted.everywhere.slice(-maxTerms)}
        areMuted
        onPress={change(true, false)}
      />
      <ProblemLine text={problem} />
      <p class="line soft">{i18n.t('ignore.options')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('ignore.done')}
        </button>
      </div>
    </FormSection>
  );
}
