import { useEffect, useRef, useState } from 'preact/hooks';
import type { Background } from '../../lib/messages/contract.ts';
import type { PagePaper } from '../../lib/paper/paper.ts';
import type { AppContext } from '../app-context.ts';
import { paperKey } from '../related/use-related.ts';
import { PageRoot } from '../shared/PageRoot.tsx';
import { HiddenLine } from './HiddenLine.tsx';
import { PaperPanel } from './PaperPanel.tsx';

export interface PanelProps {
  paper: PagePaper;
  /** Passed on to the callbacks. */
  pageKind: string;
  background: Background;
  /** That of the page around it. */
  theme: 'light' | 'dark';
  placement: 'column' | 'edge';
  initiallyOpen: boolean;
  onOpenChange: (open: boolean, pageKind: string) => void;
  /** Absent where there are no pages of this kind to hide the panel on. */
  onHide?: (pageKind: string) => void;
  /** Replaces parts of the context, such as the clock in tests. */
  around?: Partial<AppContext>;
}

const keepFromPage = (event: Event) => event.stopPropagation();
const keyEvents = ['keydown', 'keyup', 'keypress'];

/**
 * The panel inside other people's pages. It starts over when `paper` changes, so that it never shows
 * one paper's answer beside another. Keys pressed in it do not reach the page.
 */
export function RelatedPanel(props: PanelProps) {
  const { paper, pageKind, background, theme, placement, onHide, around } = props;
  const [open, setOpen] = useState(props.initiallyOpen);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const wasHidden = useRef(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const type of keyEvents) root.current?.addEventListener(type, keepFromPage);
  }, []);
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
    wasHidden.current = true;
    setHiddenFor(null);
    change(true);
  };
  return (
    <PageRoot
      background={background}
      theme={theme}
      class="panel"
      contextOverrides={around}
      rootRef={root}
    >
      {hiddenFor === paperKey(paper) ? (
        <HiddenLine placement={placement} onUndo={showAgain} />
      ) : (
        <PaperPanel
          key={paperKey(paper)}
          paper={paper}
          placement={placement}
          open={open}
          onOpen={change}
          onHide={hide}
          takesFocus={wasHidden.current}
        />
      )}
    </PageRoot>
  );
}
