import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Mute } from '../../lib/mutes/mute-rule.ts';
import { useAppContext } from '../app-context.ts';
import { formatRule, formatScope } from '../mutes/mute-context.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { toFailure, useAnswer } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

const keyOf = (entry: Mute): string => JSON.stringify(entry);

/** One thing ignored in one place; taken back, it leaves the way to ignore it again. */
function IgnoredLine({ entry }: { entry: Mute }) {
  const { background } = useAppContext();
  const [taken, setTaken] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { thing, scope } = entry;
  const what = formatRule(thing);
  const where = formatScope(scope);
  const set = (ignored: boolean) => {
    const asked: Promise<{ kept: boolean } | null> =
      scope.in === 'topic'
        ? background.muteInTopic({ topic: scope.id, thing, ignored })
        : background.ignore({
            thing,
            ...(scope.in === 'paper' ? { beside: { ids: [scope.id], title: scope.title } } : {}),
            ignored,
            keep: true,
          });
    asked.then(
      (answer) => {
        if (answer?.kept === false) return setProblem(i18n.t('ignore.private'));
        setProblem(null);
        setTaken(!ignored);
      },
      (error: unknown) => setProblem(toFailure(error).message),
    );
  };
  return (
    <li class="place-line">
      {taken ? (
        <UndoLine
          words={i18n.t('ignored.taken', [where, what])}
          onUndo={() => set(true)}
          takesFocus
        />
      ) : (
        <>
          <span>{what}</span>
          <span class="soft">{where}</span>
          <button
            type="button"
            class="link-button"
            aria-label={i18n.t('ignored.againLabel', [what, where])}
            onClick={() => set(false)}
          >
            {i18n.t('ignored.again')}
          </button>
        </>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

/** Everything the user ignores, each with where and the way back. */
export function MutesSection() {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(() => background.mutes({}), '');
  return (
    <OptionsSection title={i18n.t('ignored.title')} name="ignored">
      <p class="soft">{i18n.t('ignored.hint')}</p>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('ignored.failed')}
        onRetry={again}
      >
        {(entries) =>
          entries.length === 0 ? (
            <p class="soft">{i18n.t('ignored.none')}</p>
          ) : (
            <ul class="places" aria-label={i18n.t('ignored.list')}>
              {entries.map((entry) => (
                <IgnoredLine key={keyOf(entry)} entry={entry} />
              ))}
            </ul>
          )
        }
      </AsyncContent>
    </OptionsSection>
  );
}
