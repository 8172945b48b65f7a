import type { PanelProps } from '../../../components/panel/RelatedPanel.tsx';
import type { Background } from '../../../lib/messages/contract.ts';
import { entryOf, fakeBackground, nextScale, paperOf, related } from '../fakes.ts';
import { showPanel } from './show-panel.tsx';

/** A related paper with authors and key terms that can be muted. */
export const byAda = paperOf('2511.00001', 'Tides of Attention', {
  authors: ['Ada Okafor', 'Bo Wu'],
  keyTerms: ['attention', 'tokenizer', 'long documents'],
});

/** Draws a panel with two related papers, `byAda` the first; returns its background. */
export function showRelated(answers: Partial<Background> = {}, props: Partial<PanelProps> = {}) {
  const background = fakeBackground({
    related: async () => ({
      ...related,
      outcome: { state: 'related', entries: [entryOf(byAda), entryOf(nextScale)] },
    }),
    ignore: async () => ({ kept: true }),
    ...answers,
  });
  showPanel(background, props);
  return background;
}
