/**
 * Every message that a content script of this version may send, with an example, and what is answered.
 */
import type { CallName, calls } from '../../lib/messages/contract.ts';
import type { ExtensionApi, ExtensionBrowser } from '../browsers/extension-browser.ts';
import { tabIdOf } from '../browsers/extension-calls.ts';

export interface OldMessage {
  name: string;
  request: unknown;
  /** What came back: whether it worked, the code of a failure, the fields of an answer. */
  answer: { ok: boolean; code?: string; fields?: string[] };
}

type PageCall = { [N in CallName]: (typeof calls)[N]['from'] extends 'page' ? N : never }[CallName];

const paper = {
  arxivId: '2404.02905',
  doi: null,
  title: 'Visual Autoregressive Modeling: Scalable Image Generation via Next-Scale Prediction',
  abstract: 'Visual autoregressive image generation by next-scale prediction of image tokens.',
  authors: ['Keyu Tian'],
  published: '2024-04-03',
  site: 'arxiv',
  view: 'abstract',
};
const id = 'arxiv:2404.02905';

/** One example a call; what the calls of a page do is undone by none of them, so they come last. */
export const exampleRequests: Record<PageCall, object> = {
  status: {},
  settings: {},
  pageMarks: { paper },
  lineMarks: { site: 'arxiv', arxivIds: ['2404.02905', '2501.00001'] },
  related: { paper, sort: 'similarity', onlyNewer: false, mixSources: true, ignoredTerms: [] },
  remember: { papers: [paper] },
  seen: { paper },
  previewTopic: { query: 'next-scale prediction', least: 3 },
  previewLike: { like: { examples: [id], not: [], struck: [] } },
  follow: { name: 'From a page', query: 'visual autoregressive', quiet: true },
  undoFollow: { id: 'never-made' },
  save: { ids: [id], saved: true },
  savePaper: { paper, saved: true },
  markRead: { ids: [id], read: true },
  ignore: { thing: { kind: 'word', what: 'tokenizer' }, ignored: true, keep: true },
  notThisPaper: { paper, refused: true, keep: true },
  setPanel: { pageKind: 'arxiv:pdf', start: 'closed' },
  pauseLoading: { paused: true },
  askArxiv: { arxivId: '2404.02905' },
  showMarks: { pageKind: 'arxiv:listing' },
  showPanel: { pageKind: 'arxiv:abstract' },
  openPaper: { arxivId: '2404.02905' },
  openMap: { of: id },
};

/** A call of the extension's own pages, which no content script may make. */
const forbidden = { name: 'deleteEverything', request: {} };

interface ScriptingApi extends ExtensionApi {
  scripting: {
    executeScript(details: object): Promise<{ result?: unknown }[]>;
  };
}

/** Sends a message as a content script of the tab that shows an address, and reports the answer. */
export async function sentFromPage(
  browser: ExtensionBrowser,
  url: string,
  message: { name: string; request: unknown },
): Promise<OldMessage['answer'] | 'unanswered'> {
  const { name, request } = message;
  // As text: Chromium leaves out what is null in an argument.
  const text = JSON.stringify({ kindred: name, request });
  const sent = { tabId: await tabIdOf(browser, url), text };
  const reply = await browser.inExtension(async (api, { tabId, text }) => {
    const [frame] = await (api as ScriptingApi).scripting.executeScript({
      target: { tabId },
      args: [text],
      func: async (envelope: string) => {
        const { runtime } =
          (globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }).browser ??
          (globalThis as unknown as { chrome: ExtensionApi }).chrome;
        return JSON.stringify((await runtime.sendMessage(JSON.parse(envelope))) ?? null);
      },
    });
    return frame?.result as string | undefined;
  }, sent);
  const answer = JSON.parse(reply ?? 'null') as
    | { ok: true; value: unknown }
    | { ok: false; error: { code: string } }
    | null;
  if (answer === null) return 'unanswered';
  if (!answer.ok) return { ok: false, code: answer.error.code };
  const { value } = answer;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: true };
  return { ok: true, fields: Object.keys(value).sort() };
}

/** Sends every example from a page and records the answers. */
export async function recordMessages(
  browser: ExtensionBrowser,
  url: string,
): Promise<OldMessage[]> {
  const recorded: OldMessage[] = [];
  const examples = Object.entries(exampleRequests).map(([name, request]) => ({ name, request }));
  for (const message of [...examples, forbidden]) {
    const answer = await sentFromPage(browser, url, message);
    if (answer === 'unanswered') throw new Error(`Nobody answered "${message.name}".`);
    recorded.push({ ...message, answer });
  }
  return recorded;
}
