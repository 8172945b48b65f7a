import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LikeThese, ListedPaper } from '../../lib/messages/answers.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { perWeek } from '../../lib/topics/budget.ts';
import { numberWords, rateWords } from '../dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAnswer, useSettled } from '../use-answer.ts';
import { BudgetSlider } from './BudgetSlider.tsx';
import { type TopicFormProps, TopicFrame, type TopicWish } from './TopicFrame.tsx';
import { WeekBars } from './WeekBars.tsx';
import { WordChips } from './WordChips.tsx';

interface Props extends TopicFormProps {
  name: string;
  like: LikeThese;
  /** From this score on; absent for about five papers a week. */
  least?: number | undefined;
  quiet?: boolean | undefined;
}

interface LineProps {
  paper: ListedPaper['paper'];
  onLike?: () => void;
  /** Absent for the last example: without one there is nothing to be like. */
  onNot?: (() => void) | undefined;
}

/** A paper with the answers one can give for it; an example can only be taken out. */
function AnswerLine({ paper, onLike, onNot }: LineProps) {
  const title = plainText(paper.title);
  return (
    <li>
      <span class="preview-title" dir="auto" title={title}>
        {title}
      </span>
      {onLike && (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('like.likeLabel', [title])}
          title={i18n.t('like.like')}
          onClick={onLike}
        >
          <Icon name="check" />
        </button>
      )}
      {onNot && (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t(onLike ? 'like.notLabel' : 'like.remove', [title])}
          title={onLike ? i18n.t('like.not') : undefined}
          onClick={onNot}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

/** A topic of papers like these: its examples, what it would bring, and the words it goes by. */
export function LikeForm({
  name: firstName,
  like: firstLike,
  least: firstLeast,
  quiet,
  ...frame
}: Props) {
  const { background } = useSurroundings();
  const [like, setLike] = useState(firstLike);
  const [name, setName] = useState(firstName);
  const [ownLeast, setOwnLeast] = useState(firstLeast ?? null);
  const settledLeast = useSettled(ownLeast, 250);
  const asked = { like, ...(settledLeast === null ? {} : { least: settledLeast }) };
  const [answer] = useAnswer(() => background.previewLike(asked), JSON.stringify(asked));
  const preview = answer.value;
  const least = ownLeast ?? preview?.least ?? 0;

  const change = (changed: Partial<LikeThese>) => setLike({ ...like, ...changed });
  const without = (ids: string[], one: string) => ids.filter((other) => other !== one);
  const wish = { query: '', like, least, ...(quiet ? { quiet } : {}) };
  const submit = async (wished: TopicWish) => {
    if (ownLeast !== null || answer.state === 'ready') return frame.onSubmit(wished);
    // The limit that is shown is still of the choice before.
    const now = await background.previewLike({ like });
    return frame.onSubmit({ ...wished, least: now.least });
  };
  return (
    <TopicFrame
      {...frame}
      onSubmit={submit}
      name={name}
      onName={setName}
      wish={preview === null ? null : wish}
    >
      {answer.failure && (
        <p class="line problem" role="alert">
          {answer.failure.message}
        </p>
      )}
      {preview && (
        <>
          <section aria-label={i18n.t('like.examples')}>
            <p class="line soft">{i18n.t('like.examples')}</p>
            <ul class="preview-titles">
              {preview.examples.map(({ paper }) => (
                <AnswerLine
                  key={paper.id}
                  paper={paper}
                  onNot={
                    like.examples.length > 1
                      ? () => change({ examples: without(like.examples, paper.id) })
                      : undefined
                  }
                />
              ))}
            </ul>
          </section>
          <p class="line dotted" role="status" aria-busy={answer.state === 'waiting'}>
            <span>{i18n.t('topic.weekly', [rateWords(perWeek(preview.weeks, least))])}</span>
            <span>{i18n.t('topic.count', preview.count, [numberWords(preview.count)])}</span>
          </p>
          <WeekBars weeks={preview.weeks} least={least} />
          <BudgetSlider weeks={preview.weeks} least={least} onLeast={setOwnLeast} scores />
          <section aria-label={i18n.t('topic.newest')}>
            <p class="line soft">{i18n.t('topic.newest')}</p>
            <ul class="preview-titles">
              {preview.matches.map(({ paper }) => (
                <AnswerLine
                  key={paper.id}
                  paper={paper}
                  onLike={() => change({ examples: [...like.examples, paper.id] })}
                  onNot={() => change({ not: [...like.not, paper.id] })}
                />
              ))}
            </ul>
          </section>
          <WordChips
            title={i18n.t('like.strongest')}
            words={preview.strongest}
            strikes
            onPress={(word) => change({ struck: [...like.struck, word] })}
          />
          <WordChips
            title={i18n.t('like.weakest')}
            words={preview.weakest}
            strikes
            onPress={(word) => change({ struck: [...like.struck, word] })}
          />
          <WordChips
            title={i18n.t('like.struck')}
            words={like.struck}
            strikes={false}
            onPress={(word) => change({ struck: without(like.struck, word) })}
          />
        </>
      )}
    </TopicFrame>
  );
}
