import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RelatedEntry } from '../../lib/messages/answers.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { abstractAddress } from '../paper/addresses.ts';
import { PaperFacts } from '../paper/PaperFacts.tsx';
import { PaperLink } from '../paper/PaperLink.tsx';
import { Icon } from '../parts/Icon.tsx';
import { EntryDetails } from './EntryDetails.tsx';

interface Props {
  entry: RelatedEntry;
  open: boolean;
  onToggle: () => void;
}

/** One related paper: a line at rest, its details when opened. */
export function EntryLine({ entry, open, onToggle }: Props) {
  const id = useId();
  const { paper } = entry;
  const title = plainText(paper.title) || i18n.t('paper.untitled');
  const address = abstractAddress(paper);
  return (
    <li class="entry" data-open={open}>
      <div class="row">
        <div class="row-text">
          <div class="title" title={title}>
            {address ? (
              <PaperLink href={address} reads={paper.id} inList>
                {title}
              </PaperLink>
            ) : (
              title
            )}
          </div>
          <PaperFacts paper={paper} newer={entry.newer} />
        </div>
        <button
          type="button"
          class="icon-button disclose"
          aria-expanded={open}
          aria-controls={id}
          aria-label={i18n.t('paper.details', [title])}
          onClick={onToggle}
        >
          <Icon name="chevron" />
        </button>
      </div>
      {open && <EntryDetails entry={entry} id={id} />}
    </li>
  );
}
