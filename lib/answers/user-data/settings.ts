import { arxivCategory } from '../../digest/feeds/categories.ts';
import { FailureError } from '../../failure/failure.ts';
import type { PanelStart, Settings } from '../../user-data/settings.ts';
import { type SettingsChange, withChange } from '../../user-data/settings-change.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';

/** Sets how the panel starts on pages of one kind. */
export async function setPanelStart(
  { pageKind, start }: { pageKind: string; start: PanelStart },
  userData: UserDataStore,
): Promise<void> {
  await userData.update('settings', (settings) => ({
    ...settings,
    panel: { ...settings.panel, [pageKind]: start },
  }));
}

/**
 * Changes the named settings.
 *
 * @throws {FailureError} 'bad-request' for an unknown arXiv category
 */
export async function changeSettings(
  changes: SettingsChange,
  userData: UserDataStore,
): Promise<Settings> {
  const { arxiv } = changes;
  const categories = arxiv?.categories.map((text) => {
    const category = arxivCategory(text);
    if (category === null) {
      throw new FailureError({
        code: 'bad-request',
        message: `“${text}” is not a category of arXiv, such as cs.CL. Nothing was changed.`,
      });
    }
    return category;
  });
  const following = arxiv && { categories: [...new Set(categories)].sort(), months: arxiv.months };
  return userData.update('settings', (settings) =>
    withChange(settings, { ...changes, ...(following ? { arxiv: following } : {}) }),
  );
}
