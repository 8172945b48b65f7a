// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DetectionEvidence } from '../../../components/shared/DetectionEvidence.tsx';
import type { Detection } from '../../../lib/paper/paper.ts';
import { button } from '../queries.ts';
import { showWithContext } from '../show-with-context.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const detection: Detection = { kind: 'none', site: null, evidence: ['nothing names a paper'] };
const show = (found: Detection | null) =>
  showWithContext(<DetectionEvidence />, {}, { lastDetection: async () => found });

describe('the evidence for diagnostics', () => {
  it('is that of the page the user looked at last, and can be copied', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show(detection);
    await screen.findByText('nothing names a paper');
    fireEvent.click(await button('Copy'));
    await button('Copied');
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^verdict: none\n/);
  });

  it('says what to do where there is none', async () => {
    show(null);
    await screen.findByText('Open the page in another tab, then come back here.');
  });
});
