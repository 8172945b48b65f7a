import type { Ref } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PagePaper } from '../../lib/paper/paper.ts';
import { prepareFormats } from '../format.ts';
import { RelatedBody } from '../related/RelatedBody.tsx';
import { RelatedMenu } from '../related/RelatedMenu.tsx';
import { type Related, useRelated } from '../related/use-related.ts';
import { Icon } from '../shared/Icon.tsx';
import { EdgeTab } from './EdgeTab.tsx';
import { usePanelFocus } from './use-panel-focus.ts';

interface CardProps {
  related: Related;
  placement: 'column' | 'edge';
  closeButton: Ref<HTMLButtonElement>;
  onClose: () => void;
  onHide: (() => void) | undefined;
}

/** The open panel. */
function PanelCard({ related, placement, closeButton, onClose, onHide }: CardProps) {
  return (
    <div class="place" data-placement={placement}>
      <section
        class="card"
        data-placement={placement}
        aria-label={i18n.t('panel.title')}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <header class="head">
          <h2>{i18n.t('panel.title')}</h2>
          <RelatedMenu related={related} onHide={onHide} />
          <button
            type="button"
            class="icon-button"
            ref={closeButton}
            aria-label={i18n.t('panel.collapse')}
            title={i18n.t('panel.collapse')}
            aria-expanded={true}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="card-body">
          <RelatedBody related={related} showsStatus={true} />
          <footer class="foot" key={related.answer.value ? 'answered' : 'waiting'}>
            {i18n.t('panel.footer')}
          </footer>
        </div>
      </section>
    </div>
  );
}

interface Props {
  paper: PagePaper;
  placement: 'column' | 'edge';
  open: boolean;
  onOpen: (open: boolean) => void;
  onHide: (() => void) | undefined;
  /** It replaces an element that had the focus. */
  takesFocus: boolean;
}

/** One paper's panel: an open card or a closed tab. */
export function PaperPanel({ paper, placement, open, onOpen, onHide, takesFocus }: Props) {
  const related = useRelated(paper, open);
  useEffect(prepareFormats, []);
  const { tab, closeButton, moveWithNext } = usePanelFocus(open, takesFocus);
  const change = (to: boolean) => {
    moveWithNext();
    onOpen(to);
  };
  if (related.rejected === 'before') return null;
  if (open)
    return (
      <PanelCard
        related={related}
        placement={placement}
        closeButton={closeButton}
        onClose={() => change(false)}
        onHide={onHide}
      />
    );
  const outcome = related.answer.value?.outcome;
  const count = outcome?.state === 'related' ? outcome.entries.length : null;
  return <EdgeTab count={count} placement={placement} button={tab} onOpen={() => change(true)} />;
}
