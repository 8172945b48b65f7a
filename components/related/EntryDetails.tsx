import { i18n } from '#i18n';
import type { RelatedEntry } from '../../lib/messages/answers.ts';
import { listWords } from '../dates.ts';
import { PaperActions } from '../paper/PaperActions.tsx';
import { PaperLinks } from '../paper/PaperLinks.tsx';
import { PaperSummary } from '../paper/PaperSummary.tsx';

/** An opened entry: what it says, why it is here, where it can be read, what can be done. */
export function EntryDetails({ entry, id }: { entry: RelatedEntry; id: string }) {
  return (
    <div class="details" id={id}>
      <PaperSummary paper={entry.paper} />
      {entry.why.length > 0 && (
        <p class="line soft">{i18n.t('paper.shares', [listWords(entry.why)])}</p>
      )}
      <PaperLinks paper={entry.paper} />
      <PaperActions paper={entry.paper} marks={entry.marks} />
    </div>
  );
}
