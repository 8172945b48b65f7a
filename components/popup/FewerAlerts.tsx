import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Topic } from '../../lib/topics/topic.ts';
import type { PreviewWeek } from '../../lib/topics/topic-preview.ts';
import { averagePerWeek, lowerLimit } from '../../lib/topics/weekly-limit.ts';
import { useAppContext } from '../app-context.ts';
import { formatRate } from '../format.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { useAction } from '../use-action.ts';
import { useAnswer } from '../use-answer.ts';

interface Done {
  words: string;
  undo: () => Promise<unknown>;
}

interface LineProps {
  topic: Topic;
  onDone: (done: Done) => void;
}

/** One topic: about half as many, or the list alone; each in one click. */
function FewerOf({ topic, onDone }: LineProps) {
  const { background } = useAppContext();
  const { least = 0, like, query, name } = topic;
  const [{ value }] = useAnswer<{ weeks: PreviewWeek[] }>(
    () => (like ? background.previewLike({ like, least }) : background.previewTopic({ query })),
    topic.id,
  );
  const { problem, run } = useAction();
  const change = (to: Partial<Topic>, words: string) =>
    run(background.editTopic({ ...withoutDay(topic), ...to }), () =>
      onDone({ words, undo: () => background.editTopic(withoutDay(topic)) }),
    );
  const less = value && lowerLimit(value.weeks, least);
  return (
    <li class="fewer-line">
      {less && value && (
        <button
          type="button"
          class="link-button"
          onClick={() =>
            change({ least: less.least }, i18n.t('fewer.lowered', [name, formatRate(less.perWeek)]))
          }
        >
          {i18n.t('fewer.lower', [
            name,
            formatRate(less.perWeek),
            formatRate(averagePerWeek(value.weeks, least)),
          ])}
        </button>
      )}
      <button
        type="button"
        class="link-button"
        onClick={() => change({ quiet: true }, i18n.t('fewer.quiet', [name]))}
      >
        {i18n.t('fewer.toQuiet', [name])}
      </button>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function withoutDay({ created: _, ...topic }: Topic): Omit<Topic, 'created'> {
  return topic;
}

interface Props {
  /** Topics that the notification may have named. */
  topics: Topic[];
  /** The choices are open at once. */
  isOpen: boolean;
  onChange: () => void;
}

/** "Fewer of these", where a notification led: a lower budget, the list alone, or none at all. */
export function FewerAlerts({ topics, isOpen, onChange }: Props) {
  const { background } = useAppContext();
  const [open, setOpen] = useState(isOpen);
  const [done, setDone] = useState<Done | null>(null);
  const { problem, run } = useAction();
  const finish = (what: Done) => {
    setDone(what);
    onChange();
  };
  const turnOff = async (): Promise<Done> => {
    const { minute } = await background.notificationStatus({});
    await background.setNotifications({ on: false, minute });
    return {
      words: i18n.t('notice.isOff'),
      undo: () => background.setNotifications({ on: true, minute }),
    };
  };
  if (done)
    return (
      <div class="bar">
        <UndoLine
          words={done.words}
          onUndo={() =>
            run(done.undo(), () => {
              setDone(null);
              onChange();
            })
          }
          takesFocus
        />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    );
  if (!open)
    return (
      <div class="bar">
        <button type="button" class="link-button" onClick={() => setOpen(true)}>
          {i18n.t('notice.fewer')}
        </button>
      </div>
    );
  return (
    <section class="form hint" aria-label={i18n.t('fewer.title')}>
      <h2>{i18n.t('fewer.title')}</h2>
      <ul>
        {topics.map((topic) => (
          <FewerOf key={topic.id} topic={topic} onDone={finish} />
        ))}
      </ul>
      <button type="button" class="link-button" onClick={() => run(turnOff(), finish)}>
        {i18n.t('notice.turnOff')}
      </button>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
