import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SiteAccess } from '../../lib/page/site-access.ts';
import { grantedGroups, offeredGroups, type SiteGroup } from '../../lib/page/site-groups.ts';
import { MissingAccess } from '../shared/SiteOffer.tsx';
import { useAnswer } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** Sites given to Kindred for good, each with the way back, and those that can be given. */
export function SitesSection({ access }: { access: SiteAccess }) {
  const id = useUniqueId();
  const [answer, again] = useAnswer(() => access.granted(), '');
  const [chosen, setChosen] = useState('');
  const given = grantedGroups(answer.value ?? []);
  const names = new Set(given.map(({ name }) => name));
  const offered = offeredGroups.filter(({ name }) => !names.has(name));
  const family = offered.find(({ name }) => name === chosen);
  // Asked for at once: browsers show the question only in the click itself.
  const give = ({ origins }: SiteGroup) =>
    void access.request(origins).then(again, () => undefined);
  const takeBack = ({ origins }: SiteGroup) =>
    void access.remove(origins).then(again, () => undefined);
  return (
    <OptionsSection title={i18n.t('site.title')}>
      <MissingAccess access={access} />
      <p class="soft">{i18n.t('site.hint')}</p>
      {given.length > 0 && (
        <ul class="places">
          {given.map((one) => (
            <li key={one.name} class="place-line">
              <span>{one.host}</span>
              <button
                type="button"
                class="link-button"
                aria-label={i18n.t('site.takeBack', [one.host])}
                onClick={() => takeBack(one)}
              >
                {i18n.t('site.withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="place-line">
        <label for={id}>{i18n.t('site.choose')}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{i18n.t('site.none')}</option>
          {offered.map(({ name, host }) => (
            <option key={name} value={name}>
              {host}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button"
          disabled={!family}
          onClick={() => family && give(family)}
        >
          {i18n.t('site.allow')}
        </button>
      </div>
      {family && <p class="soft">{i18n.t('site.sentence', [family.host])}</p>}
    </OptionsSection>
  );
}
