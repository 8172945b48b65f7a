import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantedMatches } from '../../../lib/page/granted-matches.ts';
import { installHosts } from '../../../lib/page/hosts.ts';
import { covers } from '../../../lib/page/match-pattern.ts';
import { grantedGroups, offeredGroups, siteGroupOf } from '../../../lib/page/site-groups.ts';

describe('covers', () => {
  it.each([
    ['https://openreview.net/*', 'https://openreview.net/*', true],
    ['*://*.arxiv.org/*', 'https://export.arxiv.org/*', true],
    ['*://*.arxiv.org/*', 'https://arxiv.org/*', true],
    ['https://*/*', 'https://openreview.net/*', true],
    ['<all_urls>', 'https://openreview.net/*', true],
    ['https://openreview.net/*', 'http://openreview.net/*', false],
    ['https://openreview.net/*', 'https://evil-openreview.net/*', false],
    ['*://*.arxiv.org/*', 'https://notarxiv.org/*', false],
    ['https://*.example.org/*', 'https://*.example.org/*', true],
    ['https://www.example.org/*', 'https://*.example.org/*', false],
    ['nonsense', 'https://openreview.net/*', false],
    ['https://*/*', 'nonsense', false],
  ])('%s gives %s: %s', (granted, asked, given) => {
    expect(covers([granted], asked)).toBe(given);
  });

  it('never covers more than the pattern matches', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (a, b) => {
        if (a === b) return;
        expect(covers([`https://${a}/*`], `https://${b}/*`)).toBe(false);
      }),
    );
  });
});

describe('site groups', () => {
  it('are listed once each, by host, without those granted at install', () => {
    const names = offeredGroups.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('openreview');
    expect(names).not.toContain('arxiv');
    expect(names).not.toContain('huggingface');
    for (const { host, origins } of offeredGroups) {
      expect(host).toMatch(/^[\w.-]+\.[a-z]+$/);
      expect(origins.filter((origin) => !covers(['https://*/*', '*://*/*'], origin))).toEqual([]);
    }
  });

  it('are found by a page’s address', () => {
    const openReview = siteGroupOf('https://openreview.net/forum?id=aB3xYz01Qw');
    expect(openReview).toMatchObject({ name: 'openreview', host: 'openreview.net' });
    expect(siteGroupOf('https://www.journal.example.org/a')).toEqual({
      name: 'www.journal.example.org',
      host: 'journal.example.org',
      origins: ['https://www.journal.example.org/*'],
    });
  });

  it.each([
    'https://arxiv.org/abs/2403.01234',
    'https://huggingface.co/papers',
    'http://journal.example.org/a',
    'file:///home/reader/paper.pdf',
    'about:blank',
    'nonsense',
  ])('are not there for %s', (url) => {
    expect(siteGroupOf(url)).toBeNull();
  });

  it('that are granted are found by their patterns', () => {
    const openReview = siteGroupOf('https://openreview.net/');
    const granted = [...installHosts, ...(openReview?.origins ?? []), 'https://a.example.org/*'];
    expect(grantedGroups(granted).map(({ host }) => host)).toEqual([
      'a.example.org',
      'openreview.net',
    ]);
    expect(grantedGroups(installHosts)).toEqual([]);
    expect(grantedMatches([...installHosts, 'https://b.org/*', 'https://a.org/*'])).toEqual([
      'https://a.org/*',
      'https://b.org/*',
    ]);
  });
});
