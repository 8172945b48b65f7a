import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** The keys that open Kindred; null where none are set. */
  shortcut: string | null;
  /** Has the browser ask whether Kindred may always read this site; absent where it cannot. */
  onAskForSite?: (() => Promise<void>) | undefined;
  /** The browser's own menu of the icon gives a site for good (Firefox). */
  siteInIconMenu?: boolean | undefined;
}

/** A page whose address the browser keeps to itself: how Kindred may look, once or always. */
export function HiddenUrl({ shortcut, onAskForSite, siteInIconMenu }: Props) {
  const [said, setSaid] = useState<'unseen.asked' | 'unseen.notAsked' | null>(null);
  const ask = () =>
    onAskForSite?.().then(
      () => setSaid('unseen.asked'),
      () => setSaid('unseen.notAsked'),
    );
  return (
    <div class="state soft">
      <p>{i18n.t('unseen.state')}</p>
      <h2>{i18n.t('unseen.look')}</h2>
      <p>{i18n.t('unseen.ways')}</p>
      <ul class="ways">
        <li>{i18n.t('unseen.click')}</li>
        {shortcut && (
          <li>
            {i18n.t('unseen.keys')} <kbd>{shortcut}</kbd>
          </li>
        )}
        <li>{i18n.t('unseen.menu', [i18n.t('anywhere.look')])}</li>
      </ul>
      {onAskForSite ? (
        <button type="button" class="button" onClick={ask}>
          {i18n.t('unseen.always')}
        </button>
      ) : (
        <p>{i18n.t(siteInIconMenu ? 'unseen.iconMenu' : 'unseen.after')}</p>
      )}
      <p role="status">{said && i18n.t(said)}</p>
    </div>
  );
}
