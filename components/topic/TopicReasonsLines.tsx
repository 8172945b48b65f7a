import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request } from '../../lib/messages/contract.ts';
import type { TopicCheck, TopicReasons } from '../../lib/topics/topic-reasons.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate, formatList, formatNumber } from '../format.ts';
import { toFailure } from '../use-answer.ts';

const countWords = (count: number | null) =>
  count === null ? i18n.t('reasons.none') : formatNumber(count);

function conditionWords(check: TopicCheck): string {
  switch (check.kind) {
    case 'words':
      if (check.field === 'title') return i18n.t('reasons.inTitle', [check.words]);
      if (check.field === 'author') return i18n.t('reasons.author', [check.words]);
      return i18n.t('reasons.any', [check.words]);
    case 'days':
      if (check.from === null) return i18n.t('reasons.before', [formatDate(check.to ?? '')]);
      if (check.to === null) return i18n.t('reasons.after', [formatDate(check.from)]);
      return i18n.t('reasons.between', [formatDate(check.from), formatDate(check.to)]);
    case 'upvotes':
      return check.least === null
        ? i18n.t('reasons.most', [formatNumber(check.most ?? 0), countWords(check.has)])
        : i18n.t('reasons.least', [formatNumber(check.least), countWords(check.has)]);
    case 'source':
      return i18n.t('reasons.source', [check.source]);
    case 'ignored':
      if (check.thing.kind === 'word') return i18n.t('reasons.ignoredWord', [check.thing.what]);
      if (check.thing.kind === 'paper') return i18n.t('reasons.ignoredPaper');
      return i18n.t('reasons.ignoredAuthor', [check.thing.what]);
    case 'like':
      return i18n.t('reasons.like', [
        formatNumber(check.has),
        formatNumber(check.least),
        formatList(check.words),
      ]);
    case 'limit':
      return i18n.t('reasons.limit', [formatNumber(check.least), countWords(check.has)]);
    case 'new':
      return check.listed === null
        ? i18n.t('reasons.notListed', [formatDate(check.made)])
        : i18n.t('reasons.listed', [formatDate(check.listed), formatDate(check.made)]);
  }
}

function CheckLine({ check }: { check: TopicCheck }) {
  const words = conditionWords(check);
  const said = 'without' in check && check.without ? i18n.t('reasons.without', [words]) : words;
  const verdict = check.holds === null ? 'unknown' : check.holds ? 'holds' : 'fails';
  return (
    <li data-verdict={verdict}>
      <span class="verdict">{i18n.t(`reasons.${verdict}`)}</span> {said}
    </li>
  );
}

function headWords({ topic, matches, alertedAt }: TopicReasons): string {
  if (alertedAt !== null)
    return i18n.t('reasons.told', [topic.name, formatDate(alertedAt.slice(0, 10))]);
  return i18n.t(matches ? 'reasons.matches' : 'reasons.not', [topic.name]);
}

/** "Why in my topics, or not?": each topic's conditions as this paper meets them. */
export function TopicReasonsLines({ of }: { of: Request<'topicReasons'> }) {
  const { background } = useAppContext();
  const [reasons, setReasons] = useState<TopicReasons[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = () => {
    setProblem(null);
    background.topicReasons(of).then(setReasons, (error: unknown) => {
      setProblem(`${i18n.t('reasons.failed')} ${toFailure(error).message}`);
    });
  };
  return (
    <div class="reasons" role="status">
      {reasons === null && (
        <button type="button" class="link-button" onClick={ask}>
          {i18n.t('reasons.ask')}
        </button>
      )}
      {problem && <p class="line problem">{problem}</p>}
      {reasons?.length === 0 && <p class="line soft">{i18n.t('reasons.noTopics')}</p>}
      {reasons?.map((one) => (
        <section key={one.topic.id} aria-label={one.topic.name}>
          <p class="line">{headWords(one)}</p>
          <ul>
            {one.checks.map((check) => (
              <CheckLine key={JSON.stringify(check)} check={check} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
