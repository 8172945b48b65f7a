import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Background } from '../../lib/messages/contract.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { type AppContext, AppContextProvider, defaultAppContext } from '../app-context.ts';
import { prepareFormats } from '../format.ts';
import { useInputMethod } from '../input-method.ts';
import { useKeptFocus } from '../keep-focus.ts';
import { language } from '../language.ts';
import { Evidence } from '../related/Evidence.tsx';
import { RelatedBody } from '../related/RelatedBody.tsx';
import { RelatedMenu } from '../related/RelatedMenu.tsx';
import { paperKey, useRelated } from '../related/use-related.ts';
import { Icon } from '../shared/Icon.tsx';
import { EdgeTab } from './EdgeTab.tsx';
import { HiddenLine } from './HiddenLine.tsx';

export interface PanelProps {
  paper: PagePaper;
  /** Why the page was taken for this paper. */
  evidence?: string[];
  /** What "pages like this" are, for the callbacks' owner. */
  pageKind: string;
  background: Background;
  /** The page's own look. */
  theme: 'light' | 'dark';
  placement: 'column' | 'edge';
  initiallyOpen: boolean;
  onOpenChange: (open: boolean, pageKind: string) => void;
  /** Absent where there are no pages like this to hide the panel on. */
  onHide?: (pageKind: string) => void;
  /** Replaced in tests: the clock, and which events count as the user's. */
  around?: Partial<AppContext>;
}

type CardProps = Pick<PanelProps, 'paper' | 'evidence' | 'placement'> & {
  open: boolean;
  onOpen: (open: boolean) => void;
  onHide: (() => void) | undefined;
  /** It came back in the place of what had the focus. */
  takesFocus: boolean;
};

/** One paper's panel, open as a card or closed as a tab; the focus follows it from one to the other. */
function PaperPanel({ paper, evidence = [], placement, open, onOpen, onHide, ...at }: CardProps) {
  const related = useRelated(paper, open);
  useEffect(prepareFormats, []);
  const [ignoring, setIgnoring] = useState(false);
  const [asking, setAsking] = useState(false);
  const tab = useRef<HTMLButtonElement>(null);
  const collapse = useRef<HTMLButtonElement>(null);
  const moved = useRef(at.takesFocus);

  // Before the next key can come: a later effect would leave the focus nowhere for a frame.
  useLayoutEffect(() => {
    if (moved.current) (open ? collapse : tab).current?.focus();
    moved.current = false;
  }, [open]);
  const change = (to: boolean) => {
    moved.current = true;
    onOpen(to);
  };

  if (related.refused === 'before') return null;
  const outcome = related.answer.value?.outcome;
  if (!open) {
    const count = outcome?.state === 'related' ? outcome.entries.length : null;
    return <EdgeTab count={count} placement={placement} button={tab} onOpen={() => change(true)} />;
  }
  return (
    <div class="place" data-placement={placement}>
      <section
        class="card"
        data-placement={placement}
        aria-label={i18n.t('panel.title')}
        onKeyDown={(event) => event.key === 'Escape' && change(false)}
      >
        <header class="head">
          <h2>{i18n.t('panel.title')}</h2>
          <RelatedMenu
            related={related}
            onIgnoreTerm={() => setIgnoring(true)}
            onWhy={() => setAsking(true)}
            onNotThisPaper={related.refused ? undefined : () => related.refuse(true)}
            onHide={onHide}
          />
          <button
            type="button"
            class="icon-button"
            ref={collapse}
            aria-label={i18n.t('panel.collapse')}
            title={i18n.t('panel.collapse')}
            aria-expanded={true}
            onClick={() => change(false)}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="card-body">
          <RelatedBody
            related={related}
            ignoring={ignoring}
            notice={true}
            onIgnored={() => setIgnoring(false)}
          >
            {asking && (
              <Evidence
                detection={{ kind: 'paper', site: paper.site, evidence }}
                title={i18n.t('evidence.why')}
                onDone={() => setAsking(false)}
              />
            )}
          </RelatedBody>
          <footer class="foot" key={related.answer.value ? 'answered' : 'waiting'}>
            {i18n.t('panel.footer')}
          </footer>
        </div>
      </section>
    </div>
  );
}

const keepFromPage = (event: Event) => event.stopPropagation();
const keyEvents = ['keydown', 'keyup', 'keypress'];

/**
 * The panel on other people's pages. A change of `paper` starts from scratch, so that one paper's answer
 * never stands beside another; keys pressed in it do not reach the page.
 */
export function RelatedPanel(props: PanelProps) {
  const { paper, pageKind, background, theme, placement, onHide, around } = props;
  const [open, setOpen] = useState(props.initiallyOpen);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const cameBack = useRef(false);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  useInputMethod(root);
  useEffect(() => {
    for (const type of keyEvents) root.current?.addEventListener(type, keepFromPage);
  }, []);
  const provided = useMemo(
    () => ({ ...defaultAppContext(background), ...around }),
    [background, around],
  );
  const change = (to: boolean) => {
    setOpen(to);
    props.onOpenChange(to, pageKind);
  };
  const hide =
    onHide &&
    (() => {
      setHiddenFor(paperKey(paper));
      onHide(pageKind);
    });
  const showAgain = () => {
    cameBack.current = true;
    setHiddenFor(null);
    change(true);
  };
  return (
    <AppContextProvider.Provider value={provided}>
      <div class="kindred panel" data-theme={theme} {...language()} ref={root}>
        {hiddenFor === paperKey(paper) ? (
          <HiddenLine placement={placement} onUndo={showAgain} />
        ) : (
          <PaperPanel
            key={paperKey(paper)}
            paper={paper}
            {...(props.evidence ? { evidence: props.evidence } : {})}
            placement={placement}
            open={open}
            onOpen={change}
            onHide={hide}
            takesFocus={cameBack.current}
          />
        )}
      </div>
    </AppContextProvider.Provider>
  );
}
