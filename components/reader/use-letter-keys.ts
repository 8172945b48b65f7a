import { useEffect, useState } from 'preact/hooks';
import type { Background } from '../../lib/messages/contract.ts';

/** Whether letters act as keys: a stored setting, on unless turned off. Off until it is known. */
export function useLetterKeys(background: Background): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    background.settings({}).then(
      (settings) => setOn(settings.letterKeys ?? true),
      () => undefined,
    );
  }, [background]);
  const change = (on: boolean) => {
    setOn(on);
    background.changeSettings({ letterKeys: on }).catch(() => undefined);
  };
  return [isOn, change];
}
