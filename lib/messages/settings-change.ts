import type { Settings } from '../user-data/settings.ts';
import type { Request } from './contract.ts';

/** Of `panel` it names the kinds of pages it is about, null for how they are by themselves. */
export type SettingsChange = Request<'changeSettings'>;

export function withChange(settings: Settings, { panel, ...changed }: SettingsChange): Settings {
  if (!panel) return { ...settings, ...changed };
  const starts = Object.entries({ ...settings.panel, ...panel });
  const kept = starts.filter((entry): entry is [string, Settings['panel'][string]] => {
    return entry[1] !== null;
  });
  return { ...settings, ...changed, panel: Object.fromEntries(kept) };
}

/** Two changes, one after the other, as one. */
export const bothChanges = (first: SettingsChange, second: SettingsChange): SettingsChange => ({
  ...first,
  ...second,
  ...(first.panel || second.panel ? { panel: { ...first.panel, ...second.panel } } : {}),
});
