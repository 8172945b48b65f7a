// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failing, status } from '../fakes.ts';
import { showDigest } from '../popup/show-digest.tsx';
import { button } from '../queries.ts';

afterEach(cleanup);

describe('the status of the digest', () => {
  it('says when the digest was checked and checks now', async () => {
    const checkNow = vi.fn(async () => status);
    const { background } = showDigest({ checkNow });
    await screen.findByText(/^Checked \d\d:10 · newest papers Friday$/);
    fireEvent.click(await button('Check now'));
    expect(checkNow).toHaveBeenCalled();
    await button('Check now');
    expect(background.unread).toHaveBeenCalledTimes(2);
  });

  it('says why checking failed', async () => {
    showDigest({ checkNow: failing('Daily Papers did not answer.') });
    fireEvent.click(await button('Check now'));
    await screen.findByText('Daily Papers did not answer.');
  });
});
