import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { lastDetection } from '../../../lib/client/current-tab.ts';
import type { Detection } from '../../../lib/paper/paper.ts';

const detection: Detection = { kind: 'none', site: null, evidence: [] };
const tabs = [1, 2, 3].map((id) => ({ id, lastAccessed: id }));

function openTabs(answers: Record<number, Detection>) {
  const query = vi.spyOn(browser.tabs, 'query').mockResolvedValue([...tabs] as never);
  const send = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (id: number) => {
    if (!answers[id]) throw new Error('Receiving end does not exist.');
    return answers[id];
  }) as never);
  return { query, send };
}

describe('the last detection', () => {
  it('is that of the tab used last in this window that has a detector', async () => {
    const older: Detection = { ...detection, evidence: ['older'] };
    const { query, send } = openTabs({ 1: older, 2: detection });
    expect(await lastDetection()).toEqual(detection);
    expect(query).toHaveBeenCalledWith({ currentWindow: true });
    expect(send.mock.calls.map(([id]) => id)).toEqual([3, 2]);
  });

  it('is null where no tab has a detector', async () => {
    openTabs({});
    expect(await lastDetection()).toBeNull();
  });
});
