import { render } from '@testing-library/preact';
import { type PanelProps, RelatedPanel } from '../../../components/panel/RelatedPanel.tsx';
import type { RelatedAnswer } from '../../../lib/answers/related/related-answer.ts';
import type { Background } from '../../../lib/messages/contract.ts';
import { around, fakeBackground, pagePaper, related } from '../fakes.ts';

/** Draws the panel; returns what draws it again with other props. */
export function showPanel(background: Background, props: Partial<PanelProps> = {}) {
  const all: PanelProps = {
    paper: pagePaper,
    pageKind: 'arxiv:abstract',
    background,
    theme: 'light',
    placement: 'column',
    initiallyOpen: true,
    onOpenChange: () => undefined,
    onHide: () => undefined,
    around,
    ...props,
  };
  const view = render(<RelatedPanel {...all} />);
  return (changed: Partial<PanelProps>) => view.rerender(<RelatedPanel {...all} {...changed} />);
}

export const answering = (changed: Partial<RelatedAnswer>) =>
  fakeBackground({ related: async () => ({ ...related, ...changed }) });
