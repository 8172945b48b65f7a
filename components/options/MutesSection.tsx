import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Mute } from '../../lib/mutes/mute-rule.ts';
import { useAppContext } from '../app-context.ts';
import { formatRule, formatScope } from '../mutes/mute-context.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure, useAnswer } from '../use-answer.ts';
import { Entry } from './Entry.tsx';
import { OptionsSection } from './OptionsSection.tsx';

const keyOf = (mute: Mute): string => JSON.stringify(mute);

/** Whether a mute is still set, and how to unset or set it again. */
function useMute({ thing, scope }: Mute) {
  const { background } = useAppContext();
  const [isSet, setIsSet] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (ignored: boolean) => {
    const stored: Promise<{ kept: boolean } | null> =
      scope.in === 'topic'
        ? background.muteInTopic({ topic: scope.id, thing, ignored })
        : background.ignore({
            thing,
            ...(scope.in === 'paper' ? { beside: { ids: [scope.id], title: scope.title } } : {}),
            ignored,
            keep: true,
          });
    stored.then(
      (answer) => {
        if (answer?.kept === false) return setProblem(i18n.t('ignore.private'));
        setProblem(null);
        setIsSet(ignored);
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  return { isSet, set, problem };
}

/** A mute and its scope; once removed, the line offers to undo that. */
function MuteLine({ mute }: { mute: Mute }) {
  const { isSet, set, problem } = useMute(mute);
  const rule = formatRule(mute.thing);
  const scope = formatScope(mute.scope);
  return (
    <li class="place-line">
      {isSet ? (
        <Entry
          text={rule}
          detail={scope}
          action={i18n.t('ignored.again')}
          actionLabel={i18n.t('ignored.againLabel', [rule, scope])}
          onAction={() => set(false)}
        />
      ) : (
        <UndoLine
          words={i18n.t('ignored.taken', [scope, rule])}
          onUndo={() => set(true)}
          takesFocus
        />
      )}
      <ProblemLine class="problem" text={problem} />
    </li>
  );
}

/** All mutes with their scopes, each with a button that removes it. */
export function MutesSection() {
  const { background } = useAppContext();
  const [answer, refetch] = useAnswer(() => background.mutes({}), '');
  return (
    <OptionsSection title={i18n.t('ignored.title')} name="ignored">
      <p class="soft">{i18n.t('ignored.hint')}</p>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('ignored.failed')}
        onRetry={refetch}
      >
        {(mutes) =>
          mutes.length === 0 ? (
            <p class="soft">{i18n.t('ignored.none')}</p>
          ) : (
            <ul class="places" aria-label={i18n.t('ignored.list')}>
              {mutes.map((mute) => (
                <MuteLine key={keyOf(mute)} mute={mute} />
              ))}
            </ul>
          )
        }
      </AsyncContent>
    </OptionsSection>
  );
}
