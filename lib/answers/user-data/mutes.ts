/** What the user ignores in panels and in topics, set, taken back and listed in one place. */

import { FailureError } from '../../failure/failure.ts';
import type { Mute, MuteRule, StoredMute } from '../../mutes/mute-rule.ts';
import { ruleKey, toggleRule } from '../../mutes/mute-rules.ts';
import type { PaperId } from '../../paper/paper.ts';
import type { Moment } from '../../time/days.ts';
import type { StoredTopic } from '../../topics/stored-topics.ts';
import type { UserDataStore } from '../../user-data/user-data.ts';
import type { RelatedAnswer } from '../related/related-answer.ts';

export interface MuteInPanelsRequest {
  thing: MuteRule;
  /** The paper whose panel this is about, by any of its ids; absent for all panels. */
  beside?: { ids: PaperId[]; title: string } | undefined;
  ignored: boolean;
}

type Reading = Pick<UserDataStore, 'get'>;
type Writing = Pick<UserDataStore, 'update'>;

/** More are refused with a sentence: nothing the user said is forgotten unasked. */
const mostIgnored = 2_000;

/** One string for one thing ignored in one place. */
export const muteKey = ({ thing, paper }: StoredMute): string =>
  `${paper?.id ?? 'everywhere'} ${ruleKey(thing)}`;

/** What is ignored beside a paper known by any of these keys, and in all panels. */
export async function mutesBeside(
  keys: readonly PaperId[],
  userData: Reading,
): Promise<RelatedAnswer['ignored']> {
  const known = await userData.get('ignored');
  const here = known.filter(({ paper }) => paper !== undefined && keys.includes(paper.id));
  const everywhere = known.filter(({ paper }) => paper === undefined);
  return {
    here: here.map(({ thing }) => thing),
    everywhere: everywhere.map(({ thing }) => thing),
  };
}

/** Ignores a thing beside one paper, or without one in all panels; or does so no longer. */
export async function muteInPanels(
  { thing, beside, ignored }: MuteInPanelsRequest,
  userData: Writing,
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
    if (known.length >= mostIgnored) throw full();
    return [...known, { thing, ...paper, at: now }];
  });
}

/** Ignores a thing in one topic, or no longer. Panels and other topics stay as they are. */
export async function muteInTopic(
  { topic: id, thing, ignored }: { topic: string; thing: MuteRule; ignored: boolean },
  userData: Writing,
): Promise<void> {
  const topics = await userData.update('topics', (known) =>
    known.map((topic) => (topic.id === id ? ignoring(topic, thing, ignored) : topic)),
  );
  if (!topics.some((topic) => topic.id === id)) {
    throw new FailureError({
      code: 'bad-request',
      message: 'This topic is gone, perhaps unfollowed in another window. Nothing was changed.',
    });
  }
}

/** A word of papers like these is struck out, so that the profile is learned without it. */
function ignoring(topic: StoredTopic, thing: MuteRule, ignored: boolean): StoredTopic {
  const { like } = topic;
  if (like && thing.kind === 'word') {
    const struck = toggleRule(struckThings(like.struck), thing, ignored).map(({ what }) => what);
    return { ...topic, like: { ...like, struck }, model: undefined };
  }
  const things = toggleRule(topic.ignored ?? [], thing, ignored);
  if (things.length > mostIgnored) throw full();
  return { ...topic, ignored: [...things] };
}

const struckThings = (struck: readonly string[]): MuteRule[] =>
  struck.map((what) => ({ kind: 'word', what }));

/** Everything ignored anywhere: in all panels, beside single papers, in topics. */
export async function listMutes(userData: Reading): Promise<Mute[]> {
  const [known, topics] = await Promise.all([userData.get('ignored'), userData.get('topics')]);
  const inPanels = known.map(
    ({ thing, paper }): Mute => ({
      thing,
      scope: paper === undefined ? { in: 'panels' } : { in: 'paper', ...paper },
    }),
  );
  const inTopics = topics.flatMap(({ id, name, like, ignored = [] }) =>
    [...struckThings(like?.struck ?? []), ...ignored].map(
      (thing): Mute => ({ thing, scope: { in: 'topic', id, name } }),
    ),
  );
  return [
    ...inPanels.sort((a, b) => places.indexOf(a.scope.in) - places.indexOf(b.scope.in)),
    ...inTopics,
  ];
}

const places: Mute['scope']['in'][] = ['panels', 'paper', 'topic'];

function full(): FailureError {
  return new FailureError({
    code: 'bad-request',
    message: `${mostIgnored} things are ignored already, so this one was not added. Take some back in Kindred’s options first.`,
  });
}
