import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/page/detect.ts';
import { installHosts, matchesOf } from '../../../lib/page/hosts.ts';
import { sites } from '../../../lib/page/sites/table.ts';

const common = ['arxiv', 'doi', 'number', 'year', 'word'];

describe('the site table', () => {
  it('has each name once', () => {
    const names = sites.map((site) => site.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(sites.map((site) => [site.name, site] as const))('%s is a whole row', (name, site) => {
    expect(site.hosts.length).toBeGreaterThan(0);
    for (const host of site.hosts) expect(host).toMatch(/^(?:\*\.)?[a-z0-9.-]+\.[a-z]{2,}$/);
    expect(site.reason).toMatch(/\.$/);
    const paths = [...Object.values(site.papers).flat(), ...(site.listings ?? [])];
    expect(paths.length + (site.read ? 1 : 0)).toBeGreaterThan(0);
    for (const path of [...paths, ...(site.dois ?? [])])
      for (const [, id = ''] of path.matchAll(/\{(\w+)\}/g))
        expect([...common, ...Object.keys(site.ids ?? {})], path).toContain(id);
    const verdict = detect(site.example);
    const papers = Object.keys(site.papers).length > 0 || site.read;
    expect(verdict.kind).toBe(papers || name === 'tmlr' ? 'paper' : 'listing');
    if (name !== 'tmlr') expect(verdict.site).toBe(name);
  });

  it('has the hosts in the manifest that are granted at install', () => {
    expect(installHosts).toEqual([
      '*://arxiv.org/*',
      '*://*.arxiv.org/*',
      'https://huggingface.co/*',
      'https://hf.co/*',
    ]);
  });

  it('has a match pattern for each host of every other site', () => {
    for (const site of sites.slice(2))
      for (const match of matchesOf(site)) expect(match).toMatch(/^https:\/\/[a-z0-9.*-]+\/\*$/);
  });
});
