import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';
import { type SaveFile, useExport } from './import/use-export.ts';
import { OptionsSection } from './OptionsSection.tsx';

interface Props {
  saveFile: SaveFile;
  onDeleted: () => void;
}

/** Deletes everything, in two steps, with the export beside the second. */
export function DeleteSection({ saveFile, onDeleted }: Props) {
  const { background } = useAppContext();
  const { exportData, said } = useExport(saveFile);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);

  const remove = () =>
    background.deleteEverything({}).then(
      () => {
        setAsking(false);
        setDone(i18n.t('options.deleteDone'));
        onDeleted();
      },
      (error: unknown) => setDone(toFailure(error).message),
    );
  return (
    <OptionsSection title={i18n.t('options.deleteTitle')}>
      <p class="soft">{i18n.t('options.deleteHint')}</p>
      {asking ? (
        <div class="form">
          <p tabIndex={-1} ref={question}>
            {i18n.t('options.deleteSure')}
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={() => exportData('user-data')}>
              {i18n.t('options.exportAuthored')}
            </button>
            <button type="button" class="button danger" onClick={remove}>
              {i18n.t('options.deleteNow')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {i18n.t('options.cancel')}
            </button>
          </div>
          <p role="status" class={said?.failed ? 'problem' : 'soft'}>
            {said?.words}
          </p>
        </div>
      ) : (
        <div class="actions">
          <button type="button" class="button danger" onClick={() => setAsking(true)}>
            {i18n.t('options.deleteAsk')}
          </button>
        </div>
      )}
      <p role="status" class="soft">
        {done}
      </p>
    </OptionsSection>
  );
}
