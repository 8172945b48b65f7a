import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deleteEverything } from '../../../../lib/background/delete-everything.ts';
import { createHandlers } from '../../../../lib/background/handlers/handlers.ts';
import { openPorts, type Ports } from '../../../../lib/background/ports.ts';
import { recordOf } from '../../../../lib/digest/merge.ts';
import type { NewPaperOrigin } from '../../../../lib/digest/store.ts';
import { BackgroundJobs } from '../../../../lib/jobs/jobs.ts';
import { applyRules } from '../../../../lib/messages/apply-rules.ts';
import type { Caller, Handlers } from '../../../../lib/messages/contract.ts';
import type { PagePaper } from '../../../../lib/paper/paper.ts';
import { claim } from '../../digest/claims.ts';

const user: Caller = { tabId: 7, private: false };
const inPrivate: Caller = { tabId: 8, private: true };
const today = () => new Date().toISOString().slice(0, 10);

let ports: Ports;
let jobs: BackgroundJobs;
let handlers: Handlers;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async () => true) as never);
  start();
  await jobs.ready();
});

/** Starts a new worker on the same storage. */
function start(): void {
  ports = openPorts();
  jobs = new BackgroundJobs(ports);
  const bare = createHandlers(ports, jobs, () => deleteEverything(ports, jobs));
  handlers = applyRules(bare, jobs);
}

function pageOf(over: Partial<PagePaper> = {}): PagePaper {
  return {
    arxivId: '2404.02905',
    doi: null,
    title: 'Visual Autoregressive Modeling: Scalable Image Generation via Next-Scale Prediction',
    abstract:
      'Visual autoregressive image generation by next-scale prediction of discrete image tokens.',
    authors: [],
    published: '2024-04-03',
    site: 'arxiv',
    view: 'abstract',
    ...over,
  };
}

async function arrive(
  number: number,
  title: string,
  kind: NewPaperOrigin = 'check',
): Promise<void> {
  const arxivId = `2611.${String(number).padStart(5, '0')}`;
  const record = recordOf(
    claim({ source: 'daily-papers', arxivId, title, abstract: title, listedAt: today() }),
  );
  if (record === null) throw new Error('A claim that names no work.');
  const at = new Date(Date.now() + 1_000).toISOString();
  await ports.digest.put([record], { kind, at });
  await jobs.processQueues();
}

async function given(text: string): Promise<string> {
  const name = crypto.randomUUID();
  expect(await handlers.giveText({ name, at: 0, text }, user)).toEqual({ held: text.length });
  return name;
}

const badge = () => browser.action.getBadgeText({});

describe('related', () => {
  const filters = { sort: 'similarity' as const, onlyNewer: false, ignoredTerms: [] };

  it('answers from the starter digest at once after installation, without the paper itself', async () => {
    const answer = await handlers.related({ paper: pageOf(), ...filters }, user);
    if (answer.outcome.state !== 'related') throw new Error(answer.outcome.state);
    expect(answer.self?.paper.arxivId).toBe('2404.02905');
    expect(answer.outcome.entries).toHaveLength(5);
    expect(answer.outcome.entries.map(({ paper }) => paper.arxivId)).not.toContain('2404.02905');
    for (const { why } of answer.outcome.entries) expect(why.length).toBeGreaterThan(0);
  });

  it('returns nothing for a paper of another field', async () => {
    const paper = pageOf({
      arxivId: '2501.00001',
      title: 'Soil microbial respiration under drought in alpine meadows',
      abstract: 'We measured soil respiration in alpine meadow plots over four dry summers.',
    });
    const answer = await handlers.related({ paper, ...filters }, user);
    expect(answer.outcome.state).toBe('nothing-close');
  });

  it('recognizes a PDF by the abstract page seen before in this session', async () => {
    const unknown = pageOf({ arxivId: '2501.00002', title: null, abstract: null, view: 'pdf' });
    const before = await handlers.related({ paper: unknown, ...filters }, user);
    expect(before.outcome.state).toBe('no-text');
    await handlers.remember({ papers: [pageOf({ arxivId: '2501.00002' })] }, user);
    const after = await handlers.related({ paper: unknown, ...filters }, user);
    expect(after.outcome.state).toBe('related');
  });
});

describe('a topic', () => {
  beforeEach(async () => {
    await handlers.follow({ name: 'Octopuses', query: 'octopus locomotion' }, user);
  });

  it('counts papers of a check on the badge, once, until they are read', async () => {
    await arrive(1, 'Octopus locomotion learned from video');
    await arrive(1, 'Octopus locomotion learned from video');
    expect(await badge()).toBe('1');
    const { topics, total } = await handlers.unread({}, user);
    expect(total).toBe(1);
    expect(topics[0]?.unread.map(({ paper }) => paper.id)).toEqual(['arxiv:2611.00001']);
    await handlers.markRead({ ids: ['arxiv:2611.00001'], read: true }, user);
    expect(await badge()).toBe('');
  });

  it.each<NewPaperOrigin>(['first-load', 'import', 'starter'])(
    'never alerts by %s',
    async (kind) => {
      await arrive(1, 'Octopus locomotion learned from video', kind);
      expect(await badge()).toBe('');
    },
  );

  it('does not match prefixes of words', async () => {
    await arrive(1, 'Octopuslike locomotive engines');
    expect(await badge()).toBe('');
  });

  it('is read when its page was visible long enough, unless that is switched off', async () => {
    await arrive(1, 'Octopus locomotion learned from video');
    const seen = { paper: pageOf({ arxivId: '2611.00001' }) };
    await handlers.changeSettings({ readByViewing: false }, user);
    await handlers.seen(seen, user);
    expect(await badge()).toBe('1');
    await handlers.changeSettings({ readByViewing: true }, user);
    await handlers.seen(seen, user);
    expect(await badge()).toBe('');
  });

  it('survives a restart between storing and alerting', async () => {
    const arxivId = '2611.00001';
    const title = 'Octopus locomotion learned from video';
    const record = recordOf(claim({ source: 'daily-papers', arxivId, title, listedAt: today() }));
    const at = new Date(Date.now() + 1_000).toISOString();
    await ports.digest.put(record === null ? [] : [record], { kind: 'check', at });
    start();
    await jobs.processQueues();
    expect(await badge()).toBe('1');
    start();
    await jobs.processQueues();
    expect(await badge()).toBe('1');
  });

  it('can be undone by the tab that created it, and by no other', async () => {
    const topic = await handlers.follow({ name: 'Squids', query: 'squid' }, user);
    await expect(handlers.undoFollow({ id: topic.id }, { ...user, tabId: 9 })).rejects.toThrow(
      'not created here',
    );
    await handlers.undoFollow({ id: topic.id }, user);
    expect((await handlers.topics({}, user)).map(({ name }) => name)).toEqual(['Octopuses']);
  });

  it('is restored completely when unfollowing is undone', async () => {
    await arrive(1, 'Octopus locomotion learned from video');
    const [topic] = await handlers.topics({}, user);
    if (topic === undefined) throw new Error('No topic.');
    await handlers.unfollow({ id: topic.id }, user);
    expect(await badge()).toBe('');
    await handlers.restoreTopic({ topic }, user);
    expect(await badge()).toBe('1');
  });

  it('is rejected with a sentence when it could never match', async () => {
    await expect(handlers.follow({ name: 'x', query: '-cats' }, user)).rejects.toThrow();
    expect(await handlers.topics({}, user)).toHaveLength(1);
  });
});

describe('a mute', () => {
  const filters = { sort: 'similarity' as const, onlyNewer: false, ignoredTerms: [] };
  const entriesFor = async (over: Partial<PagePaper> = {}) => {
    const { outcome } = await handlers.related({ paper: pageOf(over), ...filters }, user);
    if (outcome.state !== 'related') throw new Error(outcome.state);
    return outcome.entries;
  };
  const ignore = { ignored: true, keep: true };

  it('in all panels applies to the next answer for any paper, and can be undone', async () => {
    const [first] = await entriesFor();
    const thing = { kind: 'paper' as const, what: first?.paper.id ?? '', title: 'x' };
    expect(await handlers.ignore({ thing, ...ignore }, user)).toEqual({ kept: true });
    for (const over of [{}, { arxivId: '2501.00009' }]) {
      const ids = (await entriesFor(over)).map(({ paper }) => paper.id);
      expect(ids).toHaveLength(5);
      expect(ids).not.toContain(thing.what);
    }
    await handlers.ignore({ thing, ignored: false, keep: true }, user);
    expect((await entriesFor())[0]?.paper.id).toBe(thing.what);
  });

  it('in one panel does not apply to others, and outlives the worker', async () => {
    const [what = ''] = (await entriesFor())[0]?.why ?? [];
    const beside = { ids: ['arxiv:2404.02905'], title: '' };
    await handlers.ignore({ thing: { kind: 'word', what }, beside, ...ignore }, user);
    start();
    expect((await entriesFor()).flatMap(({ why }) => why)).not.toContain(what);
    expect((await entriesFor({ arxivId: '2501.00009' })).flatMap(({ why }) => why)).toContain(what);
  });

  it('in panels does not change topics and badge; in a topic it changes the badge', async () => {
    const topic = await handlers.follow({ name: 'x', query: 'octopus' }, user);
    await arrive(1, 'Octopus locomotion learned from video');
    const thing = { kind: 'word' as const, what: 'locomotion' };
    await handlers.ignore({ thing, ...ignore }, user);
    await handlers.ignore({ thing: { kind: 'paper', what: 'arxiv:2611.00001' }, ...ignore }, user);
    await arrive(2, 'Octopus locomotion in sand');
    expect(await badge()).toBe('2');
    await handlers.muteInTopic({ topic: topic.id, thing, ignored: true }, user);
    expect(await badge()).toBe('');
    await handlers.muteInTopic({ topic: topic.id, thing, ignored: false }, user);
    expect(await badge()).toBe('2');
    await handlers.muteInTopic({ topic: topic.id, thing, ignored: true }, user);
    const [edited] = await handlers.topics({}, user);
    await handlers.editTopic({ id: topic.id, name: 'y', query: 'octopus' }, user);
    expect((await handlers.topics({}, user))[0]?.ignored).toEqual([thing]);
    await handlers.unfollow({ id: topic.id }, user);
    if (edited) await handlers.restoreTopic({ topic: edited }, user);
    expect((await handlers.topics({}, user))[0]?.ignored).toEqual([thing]);
  });
});

describe('a private window', () => {
  async function everythingStored(): Promise<string> {
    const { local, session, sync } = browser.storage;
    return JSON.stringify(await Promise.all([local, session, sync].map((area) => area.get(null))));
  }

  it('gets answers, and nothing is written', async () => {
    await arrive(1, 'Octopus locomotion learned from video');
    await handlers.status({}, user);
    const before = await everythingStored();
    const paper = pageOf({ arxivId: '2611.00001' });
    const filters = { sort: 'similarity' as const, onlyNewer: false, ignoredTerms: [] };
    expect((await handlers.related({ paper, ...filters }, inPrivate)).status.papers).toBe(59);
    await handlers.remember({ papers: [paper] }, inPrivate);
    await handlers.seen({ paper }, inPrivate);
    await handlers.setPanel({ pageKind: 'arxiv:abstract', start: 'closed' }, inPrivate);
    const thing = { kind: 'word' as const, what: 'octopus' };
    const ignored = { thing, ignored: true };
    expect(await handlers.ignore({ ...ignored, keep: true }, inPrivate)).toEqual({ kept: false });
    expect(await handlers.ignore({ ...ignored, keep: false }, user)).toEqual({ kept: false });
    for (const change of [
      handlers.follow({ name: 'x', query: 'octopus' }, inPrivate),
      handlers.muteInTopic({ topic: 't', ...ignored }, inPrivate),
      handlers.editTopic({ id: 't', name: 'x', query: 'octopus' }, inPrivate),
      handlers.unfollow({ id: 't' }, inPrivate),
      handlers.restoreTopic(
        { topic: { id: 't', name: 'x', query: 'octopus', created: today() } },
        inPrivate,
      ),
      handlers.save({ ids: ['arxiv:2611.00001'], saved: true }, inPrivate),
      handlers.markRead({ ids: ['arxiv:2611.00001'], read: true }, inPrivate),
      handlers.askArxiv({ arxivId: '2611.00001' }, inPrivate),
      handlers.startSync({}, inPrivate),
      handlers.stopSync({ deleteCopy: true }, inPrivate),
      handlers.dismissSyncOffer({}, inPrivate),
      handlers.setNotifications({ on: true, minute: 0 }, inPrivate),
    ]) {
      await expect(change).rejects.toThrow('private');
    }
    expect(await everythingStored()).toBe(before);
  });
});

describe('export and import', () => {
  it('moves topics and marks to another device', async () => {
    await handlers.follow({ name: 'Octopuses', query: 'octopus locomotion' }, user);
    await handlers.save({ ids: ['arxiv:2404.02905'], saved: true }, user);
    const { text } = await handlers.export({ what: 'user-data' }, user);
    await handlers.deleteEverything({}, user);
    expect(await handlers.topics({}, user)).toEqual([]);
    const result = await handlers.applyImport({ name: await given(text) }, user);
    expect(result).toMatchObject({ topics: 1, marks: 1 });
    expect(await handlers.topics({}, user)).toMatchObject([{ query: 'octopus locomotion' }]);
    await handlers.undoImport({ undo: result.undo }, user);
    expect(await handlers.topics({}, user)).toEqual([]);
  });

  it('adds papers, finds them and undoes it', async () => {
    const text = `${JSON.stringify({ id: '2601.00009', title: 'Cuttlefish camouflage by diffusion', abstract: 'Skin patterns.' })}\n`;
    const preview = await handlers.previewImport({ name: await given(text) }, user);
    expect(preview).toMatchObject({ format: 'json-lines', addedCount: 1, changedCount: 0 });
    const search = { query: 'cuttlef', offset: 0, limit: 5, sort: 'relevance' as const };
    expect((await handlers.search(search, user)).total).toBe(0);
    const { undo } = await handlers.applyImport({ name: await given(text) }, user);
    expect((await handlers.search(search, user)).results[0]?.paper.arxivId).toBe('2601.00009');
    await handlers.undoImport({ undo }, user);
    expect((await handlers.search(search, user)).total).toBe(0);
  });
});

describe('the map', () => {
  it('is drawn around a paper of the digest, or one seen in this session', async () => {
    for (const number of [1, 2, 3])
      await arrive(number, `Next-scale prediction of image tokens ${number}`);
    const near = async (of: string) => {
      const { outcome } = await handlers.digestMap({ of }, user);
      return outcome.state === 'map' ? outcome.papers.map(({ paper }) => paper.arxivId) : outcome;
    };
    expect(await near('arxiv:2404.02905')).toContain('2611.00001');
    const unlisted = pageOf({
      arxivId: '2505.00005',
      title: 'Image tokens by next-scale prediction',
    });
    expect(await near('arxiv:2505.00005')).toEqual({ state: 'unknown' });
    await handlers.remember({ papers: [unlisted] }, user);
    expect(await near('arxiv:2505.00005')).toContain('2611.00001');
  });

  it('opens in a tab, around its paper', async () => {
    const create = vi.spyOn(browser.tabs, 'create').mockImplementation((async () => ({})) as never);
    await handlers.openMap({ of: 'doi:10.1000/a&b#c' }, user);
    const [{ url = '' } = {}] = create.mock.calls[0] ?? [];
    expect(new URL(url).pathname).toBe('/reader.html');
    expect(new URLSearchParams(new URL(url).hash.slice(1)).get('of')).toBe('doi:10.1000/a&b#c');
  });

  it('does not open from a private window, because it would open in a normal one', async () => {
    const create = vi.spyOn(browser.tabs, 'create');
    create.mockClear();
    await expect(handlers.openMap({ of: 'arxiv:2404.02905' }, inPrivate)).rejects.toThrow();
    expect(create).not.toHaveBeenCalled();
  });
});

describe('delete everything', () => {
  it('leaves no paper, topic or mark, and Kindred usable', async () => {
    await handlers.follow({ name: 'Octopuses', query: 'octopus locomotion' }, user);
    await arrive(1, 'Octopus locomotion learned from video');
    await handlers.deleteEverything({}, user);
    expect(await badge()).toBe('');
    const status = await handlers.status({}, user);
    expect(status).toMatchObject({ papers: 0, loading: { state: 'paused' } });
    expect((await handlers.latest({ limit: 100 }, user)).papers).toHaveLength(58);
  });
});
