import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { toFailure, useAnswer } from '../use-answer.ts';

/** Turns labels on listings like the one in front on or off. */
export function HideListing({ pageKind }: { pageKind: string }) {
  const { background } = useAppContext();
  const [settings, again] = useAnswer(() => background.settings({}), '');
  const [problem, setProblem] = useState<string | null>(null);
  if (!settings.value) return null;
  const isHidden = settings.value.panel[pageKind] === 'hidden';
  const toggle = () => {
    background
      .setPanel({ pageKind, start: isHidden ? 'open' : 'hidden' })
      .then(again, (error: unknown) => setProblem(toFailure(error).message));
  };
  return (
    <p>
      <button type="button" class="link-button" onClick={toggle}>
        {i18n.t(isHidden ? 'page.markAgain' : 'page.markNoMore')}
      </button>
      <span role="alert" class="problem">
        {problem}
      </span>
    </p>
  );
}
