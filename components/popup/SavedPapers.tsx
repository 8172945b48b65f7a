import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper, Marks } from '../../lib/marks/marks.ts';
import type { Request } from '../../lib/messages/contract.ts';
import { useAppContext } from '../app-context.ts';
import { formatNumber } from '../format.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { ProblemLine } from '../shared/ProblemLine.tsx';
import { saveFile } from '../shared/save-file.ts';
import { toFailure, useAnswer } from '../use-answer.ts';

type Group = NonNullable<Request<'exportSavedPapers'>['group']>;

const groups = ['saved', 'unread', 'read'] as const satisfies Group[];
const formats = ['bibtex', 'ris', 'json'] as const;
const emptyMessages = {
  saved: 'reading.none',
  unread: 'reading.noneUnread',
  read: 'reading.noneRead',
} as const;

const isIn = ({ saved, read }: Marks, group: Group) =>
  saved && (group === 'saved' || read === (group === 'read'));

/** Downloads the papers of a group, in one of three formats. */
function ExportLine({ group }: { group: Group }) {
  const { background } = useAppContext();
  const [problem, setProblem] = useState<string | null>(null);
  const download = (format: (typeof formats)[number]) =>
    background.exportSavedPapers({ format, group }).then(saveFile, (error: unknown) => {
      setProblem(toFailure(error).message);
    });
  return (
    <>
      <div class="inset as-files">
        <p class="line">{i18n.t('reading.export')}</p>
        <p class="dotted line">
          {formats.map((format) => (
            <button type="button" class="link-button" key={format} onClick={() => download(format)}>
              {i18n.t(`reading.${format}`)}
            </button>
          ))}
        </p>
      </div>
      <ProblemLine class="line problem inset" text={problem} />
    </>
  );
}

interface GroupBarProps {
  chosen: Group;
  count: (group: Group) => number;
  onChoose: (group: Group) => void;
}

function GroupBar({ chosen, count, onChoose }: GroupBarProps) {
  return (
    <fieldset class="inset groups">
      <legend class="unseen">{i18n.t('reading.groups')}</legend>
      {groups.map((group) => (
        <button
          type="button"
          class="button"
          key={group}
          aria-pressed={group === chosen}
          onClick={() => onChoose(group)}
        >
          {i18n.t(`reading.${group}`, [formatNumber(count(group))])}
        </button>
      ))}
    </fieldset>
  );
}

/** The papers of a group. A change of their marks removes no line until a group is chosen. */
function Papers({ papers, again }: { papers: MarkedPaper[]; again: () => void }) {
  const [group, setGroup] = useState<Group>('saved');
  const [changed, setChanged] = useState<ReadonlyMap<string, Marks>>(new Map());
  const marksNow = ({ paper, marks }: MarkedPaper) => changed.get(paper.id) ?? marks;
  const lines = papers.filter(({ marks }) => isIn(marks, group));
  const choose = (to: Group) => {
    setGroup(to);
    setChanged(new Map());
    again();
  };
  return (
    <>
      <GroupBar
        chosen={group}
        count={(each) => papers.filter((paper) => isIn(marksNow(paper), each)).length}
        onChoose={choose}
      />
      {lines.length === 0 ? (
        <p class="state soft">{i18n.t(emptyMessages[group])}</p>
      ) : (
        <>
          <p class="keys-hint line soft">{i18n.t('reading.keys')}</p>
          <PaperList
            label={i18n.t('tabs.saved')}
            lines={lines.map((line) => ({
              ...line,
              kept: true,
              onMarks: (marks) => setChanged(new Map([...changed, [line.paper.id, marks]])),
            }))}
          />
          <ExportLine group={group} />
        </>
      )}
    </>
  );
}

/** The saved papers: all, unread or read, each group as a file too. */
export function SavedPapers() {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(() => background.savedPapers({}), '');
  return (
    <AsyncContent
      answer={answer}
      waitingWords={i18n.t('waiting')}
      failedWords={i18n.t('reading.failed')}
      onRetry={again}
    >
      {(papers) =>
        papers.length === 0 ? (
          <p class="state soft">{i18n.t('reading.none')}</p>
        ) : (
          <Papers papers={papers} again={again} />
        )
      }
    </AsyncContent>
  );
}
