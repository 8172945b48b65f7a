import { i18n } from '#i18n';
import type { Settings } from '../../lib/user-data/settings.ts';
import { Entry } from './Entry.tsx';
import { formatPageKind } from './format-page-kind.ts';
import { switchedKinds } from './PageKindSwitches.tsx';
import { SettingsSection } from './SettingsSection.tsx';

interface Props {
  panel: Settings['panel'];
  onShow: (pageKind: string) => void;
}

function Overrides({ panel, onShow }: Props) {
  const overrides = Object.entries(panel).filter(
    ([kind, start]) => start === 'closed' || (start === 'hidden' && !switchedKinds.includes(kind)),
  );
  return (
    <div class="places">
      <p class="line soft">
        {i18n.t(overrides.length > 0 ? 'options.panelHint' : 'options.panelNowhere')}
      </p>
      <ul>
        {overrides.map(([kind, start]) => (
          <li key={kind} class="place-line">
            <Entry
              text={formatPageKind(kind)}
              detail={i18n.t(start === 'hidden' ? 'options.panelHidden' : 'options.panelClosed')}
              action={i18n.t('options.panelShow')}
              actionLabel={i18n.t('options.panelShowLabel', [formatPageKind(kind)])}
              onAction={() => onShow(kind)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Page kinds on which the user closed the panel, or hid it where no switch shows it again. */
export function PanelOverrides() {
  return (
    <SettingsSection title={i18n.t('options.panelTitle')}>
      {({ panel }, change) => (
        <Overrides panel={panel} onShow={(kind) => change({ panel: { [kind]: 'open' } })} />
      )}
    </SettingsSection>
  );
}
