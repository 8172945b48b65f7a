import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAnswer } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** The keys that open Kindred, which the browser keeps. */
export interface CurrentShortcut {
  /** Null where none are set. */
  read: () => Promise<string | null>;
  /** Opens the browser's page on which they are changed. */
  change: () => void;
}

/** Which keys open Kindred, and the way to change them. */
export function ShortcutSection({ shortcut }: { shortcut: CurrentShortcut }) {
  const [answer, again] = useAnswer(async () => ({ keys: await shortcut.read() }), '');
  useEffect(() => {
    // They are changed on a page of the browser's, from which the user comes back.
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [again]);
  if (!answer.value) return null;
  const { keys } = answer.value;
  return (
    <OptionsSection title={i18n.t('shortcut.title')}>
      <p>
        {keys ? (
          <>
            <kbd>{keys}</kbd> {i18n.t('shortcut.opens')}
          </>
        ) : (
          i18n.t('shortcut.none')
        )}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={shortcut.change}>
          {i18n.t('shortcut.change')}
        </button>
      </div>
    </OptionsSection>
  );
}
