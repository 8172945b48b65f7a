import type { Ref } from 'preact';
import { i18n } from '#i18n';
import type { Marks } from '../../../lib/marks/marks.ts';
import type { PaperId } from '../../../lib/paper/paper.ts';
import { DiscloseButton } from '../../paper/DiscloseButton.tsx';
import { PaperLink } from '../../paper/PaperLink.tsx';
import { abstractUrl } from '../../paper/paper-urls.ts';
import { useUniqueId } from '../../use-unique-id.ts';
import { ReaderRow } from '../ReaderRow.tsx';
import type { MapNode } from './map-nodes.ts';

interface Props {
  node: MapNode;
  ids: { arxivId: string | null; doi: string | null };
  sectionRef: Ref<HTMLElement>;
  onClose: () => void;
  onMarks: (marks: Partial<Marks>) => void;
  /** Absent for the paper in the middle. */
  onMap: ((id: PaperId) => void) | undefined;
}

/** The selected paper, as the list shows an expanded one. Escape closes it. */
export function MapDetails({ node, ids, sectionRef, onClose, onMarks, onMap }: Props) {
  const id = useUniqueId();
  const { line, title, why } = node;
  const url = abstractUrl(ids);
  return (
    <section
      class="map-details"
      aria-label={i18n.t('paper.details', [node.name])}
      tabIndex={-1}
      ref={sectionRef}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {line ? (
        <ReaderRow
          key={node.id}
          line={line}
          why={why}
          open
          onToggle={onClose}
          onMarks={onMarks}
          onMap={onMap}
        />
      ) : (
        <div class="reader-line">
          <div class="reader-text">
            <h3 class="title">{url ? <PaperLink href={url}>{title}</PaperLink> : title}</h3>
            <p class="soft" id={id}>
              {i18n.t('map.notHere')}
            </p>
          </div>
          <DiscloseButton title={title} open id={id} onToggle={onClose} />
        </div>
      )}
    </section>
  );
}
