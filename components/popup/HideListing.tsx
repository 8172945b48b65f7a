import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { toFailure, useAnswer } from '../use-answer.ts';

/** The switch for marks on listings like the one in front. */
export function HideListing({ pageKind }: { pageKind: string }) {
  const { background } = useAppContext();
  const [settings, again] = useAnswer(() => background.settings({}), '');
  const [problem, setProblem] = useState<string | null>(null);
  if (!settings.value) return null;
  const hidden = settings.value.panel[pageKind] === 'hidden';
  const turn = () => {
    background
      .setPanel({ pageKind, start: hidden ? 'open' : 'hidden' })
      .then(again, (error: unknown) => setProblem(toFailure(error).message));
  };
  return (
    <p>
      <button type="button" class="link-button" onClick={turn}>
        {i18n.t(hidden ? 'page.markAgain' : 'page.markNoMore')}
      </button>
      <span role="alert" class="problem">
        {problem}
      </span>
    </p>
  );
}
