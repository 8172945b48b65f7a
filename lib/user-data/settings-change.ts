import type { Settings } from './settings.ts';

/** Settings to change; `panel` names only the page kinds to change, null for the default. */
export type SettingsChange = Partial<Omit<Settings, 'panel'>> & {
  panel?: Record<string, Settings['panel'][string] | null> | undefined;
};

/** The settings with a change applied. */
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
