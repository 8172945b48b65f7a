import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAnswer } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** The keyboard shortcut that opens Kindred. The browser stores it. */
export interface CurrentShortcut {
  /** Resolves to null where none is set. */
  read: () => Promise<string | null>;
  /** Opens the browser's page for shortcuts. */
  change: () => void;
}

/** The keyboard shortcut that opens Kindred, and where to change it. */
export function ShortcutSection({ shortcut }: { shortcut: CurrentShortcut }) {
  const [answer, refetch] = useAnswer(async () => ({ keys: await shortcut.read() }), '');
  useEffect(() => {
    // The user changes it on a page of the browser and then returns to this one.
    window.addEventListener('focus', refetch);
    return () => window.removeEventListener('focus', refetch);
  }, [refetch]);
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
