import { FailureError } from '../../failure/failure.ts';
import type { Mute, MuteRule, StoredMute } from '../../mutes/mute-rule.ts';
import { ruleKey, toggleRule } from '../../mutes/mute-rules.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { StoredTopic } from '../../topics/stored-topics.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { RelatedAnswer } from '../related/related-answer.ts';
import { topicGone } from '../topics/topics.ts';

interface MuteInPanelsRequest {
  thing: MuteRule;
  /** The paper whose panel this is about, by any of its ids; absent for all panels. */
  beside?: { ids: PaperId[]; title: string } | undefined;
  ignored: boolean;
}

/** More rules are rejected: none is dropped silently. */
const maxRules = 2_000;

/** A key that is equal for all spellings of one rule in one place. */
export const muteKey = ({ thing, paper }: StoredMute): string =>
  `${paper?.id ?? 'everywhere'} ${ruleKey(thing)}`;

/** Rules of the panel of a paper with any of these keys, and of all panels. */
export async function mutesBeside(
  keys: readonly PaperId[],
  userData: Pick<UserDataStore, 'get'>,
): Promise<RelatedAnswer['ignored']> {
  const known = await userData.get('ignored');
  const here = known.filter(({ paper }) => paper !== undefined && keys.includes(paper.id));
  const everywhere = known.filter(({ paper }) => paper === undefined);
  return {
    here: here.map(({ thing }) => thing),
    everywhere: everywhere.map(({ thing }) => thing),
  };
}

/**
 * Adds or removes a rule of one paper's panel, or of all panels.
 *
 * @throws {FailureError} 'bad-request' with too many rules
 */
export async function muteInPanels(
  { thing, beside, ignored }: MuteInPanelsRequest,
  userData: Pick<UserDataStore, 'update'>,
  now: Moment,
): Promise<void> {
  const places = beside?.ids ?? ['everywhere'];
  const keys = new Set(places.map((place) => `${place} ${ruleKey(thing)}`));
  const [id] = beside?.ids ?? [];
  const paper = beside && id ? { paper: { id, title: beside.title } } : {};
  await userData.update('ignored', (known) => {
    const has = known.some((entry) => keys.has(muteKey(entry)));
    if (has === ignored) return known;
    if (!ignored) return known.filter((entry) => !keys.has(muteKey(entry)));
    if (known.length >= maxRules) throw tooManyRules();
    return [...known, { thing, ...paper, at: now }];
  });
}

/**
 * Adds or removes a rule of one topic.
 *
 * @throws {FailureError} 'bad-request' where the topic is gone, or with too many rules
 */
export async function muteInTopic(
  { topic: id, thing, ignored }: { topic: string; thing: MuteRule; ignored: boolean },
  userData: Pick<UserDataStore, 'update'>,
): Promise<void> {
  const topics = await userData.update('topics', (known) =>
    known.map((topic) => (topic.id === id ? withRule(topic, thing, ignored) : topic)),
  );
  if (!topics.some((topic) => topic.id === id)) throw topicGone();
}

/** A word of an example topic is struck out, so the model is trained again without it. */
function withRule(topic: StoredTopic, rule: MuteRule, muted: boolean): StoredTopic {
  const { like } = topic;
  if (like && rule.kind === 'word') {
    const struck = toggleRule(struckWords(like.struck), rule, muted).map(({ what }) => what);
    return { ...topic, like: { ...like, struck }, model: undefined };
  }
  const rules = toggleRule(topic.ignored ?? [], rule, muted);
  if (rules.length > maxRules) throw tooManyRules();
  return { ...topic, ignored: [...rules] };
}

const struckWords = (struck: readonly string[]): MuteRule[] =>
  struck.map((what) => ({ kind: 'word', what }));

/** All rules: of all panels, of single papers' panels, of topics. */
export async function listMutes(userData: Pick<UserDataStore, 'get'>): Promise<Mute[]> {
  const [known, topics] = await Promise.all([userData.get('ignored'), userData.get('topics')]);
  const inPanels = known.map(
    ({ thing, paper }): Mute => ({
      thing,
      scope: paper === undefined ? { in: 'panels' } : { in: 'paper', ...paper },
    }),
  );
  const inTopics = topics.flatMap(({ id, name, like, ignored = [] }) =>
    [...struckWords(like?.struck ?? []), ...ignored].map(
      (thing): Mute => ({ thing, scope: { in: 'topic', id, name } }),
    ),
  );
  return [
    ...inPanels.sort((a, b) => places.indexOf(a.scope.in) - places.indexOf(b.scope.in)),
    ...inTopics,
  ];
}

const places: Mute['scope']['in'][] = ['panels', 'paper', 'topic'];

function tooManyRules(): FailureError {
  return new FailureError({
    code: 'bad-request',
    message: `${maxRules} things are already muted, so this one was not added. Remove some in Kindred’s options first.`,
  });
}
