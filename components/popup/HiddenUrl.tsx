import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** The keys that open Kindred; null where none are set. */
  shortcut: string | null;
  /** Has the browser ask whether Kindred may always read this site; absent where it cannot. */
  onAskForSite?: (() => Promise<void>) | undefined;
  /** The browser's own menu of the icon grants a site permanently (Firefox). */
  siteInIconMenu?: boolean | undefined;
}

/** The browser hides the URL of the page: how the user can let Kindred read it, once or always. */
export function HiddenUrl({ shortcut, onAskForSite, siteInIconMenu }: Props) {
  const [result, setResult] = useState<'unseen.asked' | 'unseen.notAsked' | null>(null);
  const askForSite = () =>
    onAskForSite?.().then(
      () => setResult('unseen.asked'),
      () => setResult('unseen.notAsked'),
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
        <button type="button" class="button" onClick={askForSite}>
          {i18n.t('unseen.always')}
        </button>
      ) : (
        <p>{i18n.t(siteInIconMenu ? 'unseen.iconMenu' : 'unseen.after')}</p>
      )}
      <p role="status">{result && i18n.t(result)}</p>
    </div>
  );
}
