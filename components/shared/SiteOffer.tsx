import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { installHosts } from '../../lib/page/hosts.ts';
import { covers } from '../../lib/page/match-pattern.ts';
import type { SiteAccess, TabFacts } from '../../lib/page/site-access.ts';
import { useAnswer } from '../use-answer.ts';

export interface SiteOfferProps {
  page?: TabFacts | null;
  access?: SiteAccess;
}

type Access = { access: SiteAccess };

/** Warns where the user has removed access that was granted at install, with a button to restore it. */
export function MissingAccess({ access }: Access) {
  const [granted, again] = useAnswer(() => access.granted(), '');
  const missing = installHosts.filter((origin) => !covers(granted.value ?? installHosts, origin));
  if (missing.length === 0) return null;
  return (
    <div class="state" role="status">
      <p>{i18n.t('site.missing')}</p>
      <button
        type="button"
        class="button"
        onClick={() => void access.request(missing).then(again, () => undefined)}
      >
        {i18n.t('site.giveBack')}
      </button>
    </div>
  );
}

/** Grants Kindred permanent access to the site of the page, or removes it, in one click. */
export function SiteOffer({ page, access }: SiteOfferProps) {
  const [granted, setGranted] = useState(page?.isGranted ?? false);
  const family = page?.siteGroup;
  if (!family || !access) return null;
  const { host, origins } = family;
  const toggle = () => {
    // Without awaiting anything first: `permissions.request` needs the user's click.
    const changed = granted ? access.remove(origins) : access.request(origins);
    changed.then(
      (done) => done && setGranted(!granted),
      () => undefined,
    );
  };
  return (
    <div class="state soft site-offer">
      <p>{i18n.t(granted ? 'site.given' : 'site.sentence', [host])}</p>
      <button type="button" class="link-button" onClick={toggle}>
        {i18n.t(granted ? 'site.revoke' : 'site.always', [host])}
      </button>
    </div>
  );
}
