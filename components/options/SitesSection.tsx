import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SiteAccess } from '../../lib/page/site-access.ts';
import { grantedGroups, offeredGroups, type SiteGroup } from '../../lib/page/site-groups.ts';
import { MissingAccess } from '../shared/SiteOffer.tsx';
import { useAnswer } from '../use-answer.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { Entry } from './Entry.tsx';
import { OptionsSection } from './OptionsSection.tsx';

interface GroupsProps {
  groups: readonly SiteGroup[];
  onChoose: (group: SiteGroup) => void;
}

function GrantedSites({ groups, onChoose }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <ul class="places">
      {groups.map((group) => (
        <li key={group.name} class="place-line">
          <Entry
            text={group.host}
            action={i18n.t('site.withdraw')}
            actionLabel={i18n.t('site.revoke', [group.host])}
            onAction={() => onChoose(group)}
          />
        </li>
      ))}
    </ul>
  );
}

/** A choice among the sites that can still be allowed, and what allowing one means. */
function AllowSite({ groups, onChoose }: GroupsProps) {
  const id = useUniqueId();
  const [name, setName] = useState('');
  const group = groups.find((one) => one.name === name);
  return (
    <>
      <div class="place-line">
        <label for={id}>{i18n.t('site.choose')}</label>
        <select id={id} value={name} onChange={(event) => setName(event.currentTarget.value)}>
          <option value="">{i18n.t('site.none')}</option>
          {groups.map((one) => (
            <option key={one.name} value={one.name}>
              {one.host}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button"
          disabled={!group}
          onClick={() => group && onChoose(group)}
        >
          {i18n.t('site.allow')}
        </button>
      </div>
      {group && <p class="soft">{i18n.t('site.sentence', [group.host])}</p>}
    </>
  );
}

/** The sites that Kindred may always read: granted ones with a button that revokes, and others. */
export function SitesSection({ access }: { access: SiteAccess }) {
  const [answer, refetch] = useAnswer(() => access.granted(), '');
  const granted = grantedGroups(answer.value ?? []);
  const grantedNames = new Set(granted.map(({ name }) => name));
  // Not after anything asynchronous: browsers show the question only during the user gesture.
  const grant = ({ origins }: SiteGroup) =>
    void access.request(origins).then(refetch, () => undefined);
  const revoke = ({ origins }: SiteGroup) =>
    void access.remove(origins).then(refetch, () => undefined);
  return (
    <OptionsSection title={i18n.t('site.title')}>
      <MissingAccess access={access} />
      <p class="soft">{i18n.t('site.hint')}</p>
      <GrantedSites groups={granted} onChoose={revoke} />
      <AllowSite
        groups={offeredGroups.filter(({ name }) => !grantedNames.has(name))}
        onChoose={grant}
      />
    </OptionsSection>
  );
}
