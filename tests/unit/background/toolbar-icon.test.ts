import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RelatedAnswer } from '../../../lib/answers/related/related-answer.ts';
import { withToolbarIcon } from '../../../lib/background/toolbar-icon.ts';
import type { Handlers, Request } from '../../../lib/messages/contract.ts';

const entries = [{}, {}, {}] as never[];
const request = { onlyNewer: false, ignoredTerms: [] as string[] } as Request<'related'>;
const inTab = (tabId: number | null) => ({ tabId, private: false });

let shown: { icon: string; title: string }[];
beforeEach(() => {
  shown = [];
  Object.assign(fakeBrowser.action, {
    getTitle: async () => 'Kindred: 2 new papers',
    setIcon: async ({ tabId, path }: { tabId: number; path: Record<number, string> }) => {
      shown.push({ icon: `${tabId} ${path[16]}`, title: '' });
    },
    setTitle: async ({ title }: { title: string }) =>
      void Object.assign(shown.at(-1) ?? {}, { title }),
  });
});

function toolbarFor(outcome: RelatedAnswer['outcome'] | Error) {
  const related = vi.fn(async () => {
    if (outcome instanceof Error) throw outcome;
    return { outcome } as RelatedAnswer;
  });
  const showMarks = vi.fn(async () => ({ shown: true }));
  return withToolbarIcon({ related, showMarks } as unknown as Handlers);
}

describe('the icon of a tab', () => {
  it.each<[RelatedAnswer['outcome'], string, string]>([
    [{ state: 'related', entries }, '7 /icon/16.png', 'Kindred: 3 related papers here'],
    [
      { state: 'related', entries: [] as never[] },
      '7 /icon/none-16.png',
      'Kindred: nothing related',
    ],
    [{ state: 'nothing-close' }, '7 /icon/none-16.png', 'Kindred: nothing related'],
    [{ state: 'no-text' }, '7 /icon/none-16.png', 'Kindred: nothing related'],
    [{ state: 'refused' }, '7 /icon/quiet-16.png', 'Kindred: 2 new papers'],
  ])('follows the answer %o', async (outcome, icon, words) => {
    const answer = await toolbarFor(outcome).related(request, inTab(7));
    expect(answer.outcome).toBe(outcome);
    await vi.waitFor(() => expect(shown[0]?.title).toContain(words));
    expect(shown[0]?.icon).toBe(icon);
    expect(shown[0]?.title).toContain('2 new papers');
  });

  it('shows the failure of a call, and passes it on', async () => {
    const failure = new Error('the disk');
    await expect(toolbarFor(failure).related(request, inTab(7))).rejects.toBe(failure);
    await vi.waitFor(() => expect(shown[0]?.title).toContain('couldn’t look up'));
    expect(shown[0]?.icon).toBe('7 /icon/problem-16.png');
  });

  it('is quiet again on a list of papers', async () => {
    await toolbarFor({ state: 'no-text' }).showMarks({ pageKind: 'x' }, inTab(7));
    await vi.waitFor(() => expect(shown[0]?.icon).toBe('7 /icon/quiet-16.png'));
  });

  it('stays for a filtered request, or without a tab', async () => {
    const toolbar = toolbarFor({ state: 'nothing-close' });
    await toolbar.related({ ...request, onlyNewer: true }, inTab(7));
    await toolbar.related({ ...request, ignoredTerms: ['image'] }, inTab(7));
    await toolbar.related(request, inTab(null));
    expect(shown).toEqual([]);
  });

  it('of a closed tab causes no error', async () => {
    Object.assign(fakeBrowser.action, { setIcon: async () => Promise.reject(new Error('No tab')) });
    await toolbarFor({ state: 'related', entries }).related(request, inTab(7));
  });
});
