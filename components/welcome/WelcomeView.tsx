import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { AppContext } from '../app-context.ts';
import { language } from '../language.ts';
import { RelatedPanel } from '../panel/RelatedPanel.tsx';
import { type ChosenTheme, useTheme } from '../use-theme.ts';
import { sampleAddress, samplePaper } from './sample-paper.ts';

interface WelcomeViewProps {
  background: Background;
  open: (url: string, where: { background: boolean }) => void;
  /** Whether the icon is on the toolbar; null where the browser cannot say. */
  onToolbar: boolean | null;
  onClose: () => void;
  onOptions: () => void;
  theme?: ChosenTheme;
  around?: Partial<AppContext>;
}

const noop = () => undefined;
const features = ['welcome.related', 'welcome.search', 'welcome.topics'] as const;
const requests = ['welcome.viewing', 'welcome.fetches', 'welcome.account'] as const;
const sampleLines = [0, 1, 2, 3, 4, 5, 6];

function MessageList({ keys }: { keys: typeof features | typeof requests }) {
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{i18n.t(key)}</li>
      ))}
    </ul>
  );
}

/** A gray drawing of an arXiv page, with a working panel beside it. */
function SamplePage({ background, open, around, theme }: WelcomeViewProps & { theme: string }) {
  return (
    <div class="sample">
      <div class="sample-page">
        <p class="sample-address soft">{sampleAddress}</p>
        <p class="sample-title" dir="auto">
          {samplePaper.title}
        </p>
        {sampleLines.map((line) => (
          <span class="sample-line" key={line} aria-hidden="true" />
        ))}
      </div>
      <RelatedPanel
        paper={samplePaper}
        pageKind=""
        background={background}
        theme={theme === 'dark' ? 'dark' : 'light'}
        placement="column"
        initiallyOpen
        onOpenChange={noop}
        around={{ open, ...around }}
      />
    </div>
  );
}

/** The screen after installation: what Kindred does, what it sends, where its icon is. */
export function WelcomeView(props: WelcomeViewProps) {
  const theme = useTheme(props.theme);
  return (
    <div class="kindred page welcome" data-theme={theme} {...language()}>
      <main>
        <header>
          <h1>{i18n.t('welcome.title')}</h1>
          <button type="button" class="button" onClick={props.onClose}>
            {i18n.t('welcome.close')}
          </button>
        </header>
        <p class="lead">{i18n.t('welcome.lead')}</p>
        <div class="welcome-columns">
          <section>
            <h2>{i18n.t('welcome.doesTitle')}</h2>
            <MessageList keys={features} />
          </section>
          <section>
            <h2>{i18n.t('welcome.sendsTitle')}</h2>
            <MessageList keys={requests} />
          </section>
        </div>
        <section>
          <h2>{i18n.t('welcome.sampleTitle')}</h2>
          <p class="soft">{i18n.t('welcome.sampleHint')}</p>
          <SamplePage {...props} theme={theme} />
        </section>
        <section>
          <h2>{i18n.t('welcome.pinTitle')}</h2>
          <p>{i18n.t(props.onToolbar ? 'welcome.pinned' : 'pin.hint')}</p>
        </section>
        <div class="actions">
          <button type="button" class="button primary" onClick={props.onClose}>
            {i18n.t('welcome.done')}
          </button>
          <button type="button" class="link-button" onClick={props.onOptions}>
            {i18n.t('foot.options')}
          </button>
        </div>
      </main>
    </div>
  );
}
