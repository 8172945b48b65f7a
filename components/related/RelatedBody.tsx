import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RelatedAnswer, RelatedEntry } from '../../lib/messages/answers.ts';
import { DigestNotice } from '../parts/DigestNotice.tsx';
import { Follow } from '../topic/Follow.tsx';
import { EntryLine } from './EntryLine.tsx';
import { IgnoreTerms } from './IgnoreTerms.tsx';
import { ListedLine } from './ListedLine.tsx';
import { NoText } from './NoText.tsx';
import { Failed, NothingClose, Waiting } from './RelatedStates.tsx';
import type { Related } from './use-related.ts';

function Entries({ entries, busy }: { entries: RelatedEntry[]; busy: boolean }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ol class="entries" aria-label={i18n.t('related.list')} aria-busy={busy}>
      {entries.map((entry) => (
        <EntryLine
          key={entry.paper.id}
          entry={entry}
          open={open === entry.paper.id}
          onToggle={() => setOpen(open === entry.paper.id ? null : entry.paper.id)}
        />
      ))}
    </ol>
  );
}

function Outcome({ related, value }: { related: Related; value: RelatedAnswer }) {
  const { answer, again, wishes, wish, paper } = related;
  if (value.outcome.state === 'related')
    return <Entries entries={value.outcome.entries} busy={answer.state === 'waiting'} />;
  if (value.outcome.state === 'no-text') return <NoText paper={paper} onFound={again} />;
  return (
    <NothingClose
      status={value.status}
      onShowAll={wishes.onlyNewer ? () => wish({ onlyNewer: false }) : undefined}
    />
  );
}

interface Props {
  related: Related;
  ignoring: boolean;
  onIgnored: () => void;
}

/** The related papers of one paper in every state they can be in. */
export function RelatedBody({ related, ignoring, onIgnored }: Props) {
  const { answer, again } = related;
  if (answer.failure) return <Failed failure={answer.failure} onRetry={again} />;
  const value = answer.value;
  return (
    <>
      <div class="shell">{value ? <Outcome related={related} value={value} /> : <Waiting />}</div>
      {ignoring && <IgnoreTerms related={related} onDone={onIgnored} />}
      {value && (
        <div class="about">
          <ListedLine listed={value.listed} />
          <DigestNotice status={value.status} onStatus={again} />
          {value.outcome.state !== 'no-text' && <Follow terms={value.sharedTerms} />}
        </div>
      )}
    </>
  );
}
