import { i18n } from '#i18n';
import type { Settings } from '../../lib/user-data/settings.ts';
import { formatPageKind } from './format-page-kind.ts';
import { OptionsPart } from './OptionsPart.tsx';
import { switchedKinds } from './PageKindSwitches.tsx';

type Panel = Settings['panel'];

function Places({ panel, onShow }: { panel: Panel; onShow: (pageKind: string) => void }) {
  const places = Object.entries(panel).filter(
    ([kind, start]) => start === 'closed' || (start === 'hidden' && !switchedKinds.includes(kind)),
  );
  return (
    <div class="places">
      <p class="line soft">
        {i18n.t(places.length > 0 ? 'options.panelHint' : 'options.panelNowhere')}
      </p>
      <ul>
        {places.map(([pageKind, start]) => (
          <li key={pageKind} class="place-line">
            <span>{formatPageKind(pageKind)}</span>
            <span class="soft">
              {i18n.t(start === 'hidden' ? 'options.panelHidden' : 'options.panelClosed')}
            </span>
            <button
              type="button"
              class="link-button"
              aria-label={i18n.t('options.panelShowLabel', [formatPageKind(pageKind)])}
              onClick={() => onShow(pageKind)}
            >
              {i18n.t('options.panelShow')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the user closed the panel, or hid it on pages that have no switch: with the way back. */
export function PanelOverrides() {
  return (
    <OptionsPart title={i18n.t('options.panelTitle')}>
      {({ panel }, change) => (
        <Places panel={panel} onShow={(kind) => change({ panel: { [kind]: 'open' } })} />
      )}
    </OptionsPart>
  );
}
