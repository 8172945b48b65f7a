// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installHosts } from '../../../lib/page/hosts.ts';
import { accessTo, facts, onPaper, openReview, showPage } from '../popup/show-page.tsx';
import { button } from '../queries.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the site of a page', () => {
  it('is up to date in the side panel', async () => {
    const page = { ...facts, siteGroup: openReview };
    const { update } = showPage({ layout: 'side', tabPaper: onPaper, page });
    await button('Always show Kindred on openreview.net');
    update({ page: { ...page, isGranted: true } });
    await screen.findByText('Kindred is always shown on openreview.net.');
    const other = {
      name: 'acl',
      host: 'aclanthology.org',
      origins: ['https://aclanthology.org/*'],
    };
    update({ page: { ...page, key: '2', siteGroup: other } });
    await button('Always show Kindred on aclanthology.org');
  });

  it('is granted permanently and revoked, each in one click', async () => {
    const { access } = showPage({ tabPaper: onPaper, page: { ...facts, siteGroup: openReview } });
    fireEvent.click(await button('Always show Kindred on openreview.net'));
    expect(access.request).toHaveBeenCalledWith(openReview.origins);
    fireEvent.click(await button('Stop showing on openreview.net'));
    expect(access.remove).toHaveBeenCalledWith(openReview.origins);
    await button('Always show Kindred on openreview.net');
  });

  it('stays as it is when the user refuses', async () => {
    const access = { ...accessTo([...installHosts]), request: vi.fn(async () => false) };
    showPage({ tabPaper: onPaper, page: { ...facts, siteGroup: openReview }, access });
    fireEvent.click(await button('Always show Kindred on openreview.net'));
    await button('Always show Kindred on openreview.net');
    expect(screen.queryByRole('button', { name: /No longer/ })).toBeNull();
  });

  it('is requested again where it was granted at install and revoked', async () => {
    const access = accessTo(['https://huggingface.co/*', 'https://hf.co/*']);
    showPage({ access });
    fireEvent.click(await button('Allow again'));
    expect(access.request).toHaveBeenCalledWith(['*://arxiv.org/*', '*://*.arxiv.org/*']);
  });
});
