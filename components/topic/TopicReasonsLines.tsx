import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request } from '../../lib/messages/contract.ts';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import type { TopicCheck, TopicReasons } from '../../lib/topics/topic-reasons.ts';
import { useAppContext } from '../app-context.ts';
import { formatDate, formatList, formatNumber } from '../format.ts';
import { formatSource } from '../shared/format-source.ts';
import { toFailure } from '../use-answer.ts';

const formatCount = (count: number | null) =>
  count === null ? i18n.t('reasons.none') : formatNumber(count);

const wordKeys = {
  any: 'reasons.any',
  title: 'reasons.inTitle',
  author: 'reasons.author',
} as const;

function formatDays({ from, to }: Extract<TopicCheck, { kind: 'days' }>): string {
  if (from === null) return i18n.t('reasons.before', [formatDate(to ?? '')]);
  if (to === null) return i18n.t('reasons.after', [formatDate(from)]);
  return i18n.t('reasons.between', [formatDate(from), formatDate(to)]);
}

function formatMute({ kind, what }: MuteRule): string {
  if (kind === 'word') return i18n.t('reasons.ignoredWord', [what]);
  if (kind === 'paper') return i18n.t('reasons.ignoredPaper');
  return i18n.t('reasons.ignoredAuthor', [what]);
}

/** A condition, with what the paper has. */
function formatCondition(check: TopicCheck): string {
  switch (check.kind) {
    case 'words':
      return i18n.t(wordKeys[check.field], [check.words]);
    case 'days':
      return formatDays(check);
    case 'upvotes':
      return check.least === null
        ? i18n.t('reasons.most', [formatNumber(check.most ?? 0), formatCount(check.has)])
        : i18n.t('reasons.least', [formatNumber(check.least), formatCount(check.has)]);
    case 'source':
      return i18n.t('reasons.source', [formatSource(check.source)]);
    case 'ignored':
      return formatMute(check.thing);
    case 'like':
      return i18n.t('reasons.like', [
        formatNumber(check.has),
        formatNumber(check.least),
        formatList(check.words),
      ]);
    case 'limit':
      return i18n.t('reasons.limit', [formatNumber(check.least), formatCount(check.has)]);
    case 'new':
      return check.listed === null
        ? i18n.t('reasons.notListed', [formatDate(check.made)])
        : i18n.t('reasons.listed', [formatDate(check.listed), formatDate(check.made)]);
  }
}

function CheckLine({ check }: { check: TopicCheck }) {
  const condition = formatCondition(check);
  const isNegated = 'without' in check && check.without;
  const verdict = check.holds === null ? 'unknown' : check.holds ? 'holds' : 'fails';
  return (
    <li data-verdict={verdict}>
      <span class="verdict">{i18n.t(`reasons.${verdict}`)}</span>{' '}
      {isNegated ? i18n.t('reasons.without', [condition]) : condition}
    </li>
  );
}

function formatVerdict({ topic, matches, alertedAt }: TopicReasons): string {
  if (alertedAt !== null)
    return i18n.t('reasons.alerted', [topic.name, formatDate(alertedAt.slice(0, 10))]);
  return i18n.t(matches ? 'reasons.matches' : 'reasons.not', [topic.name]);
}

/** "Why in my topics, or not?": the conditions of each topic, and which of them the paper meets. */
export function TopicReasonsLines({ of }: { of: Request<'topicReasons'> }) {
  const { background } = useAppContext();
  const [reasons, setReasons] = useState<TopicReasons[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const load = () => {
    setProblem(null);
    background.topicReasons(of).then(setReasons, (error: unknown) => {
      setProblem(`${i18n.t('reasons.failed')} ${toFailure(error).message}`);
    });
  };
  return (
    <div class="reasons" role="status">
      {reasons === null && (
        <button type="button" class="link-button" onClick={load}>
          {i18n.t('reasons.ask')}
        </button>
      )}
      {problem && <p class="line problem">{problem}</p>}
      {reasons?.length === 0 && <p class="line soft">{i18n.t('reasons.noTopics')}</p>}
      {reasons?.map((one) => (
        <section key={one.topic.id} aria-label={one.topic.name}>
          <p class="line">{formatVerdict(one)}</p>
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
