import { describe, expect, it } from 'vitest';
import { oldest } from '../browsers/find.ts';
import { readBuilt, readManifest } from './built-files.ts';

const hosts = [
  '*://arxiv.org/*',
  '*://*.arxiv.org/*',
  'https://huggingface.co/*',
  'https://hf.co/*',
];
const permissions = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'activeTab',
  'scripting',
  'contextMenus',
];

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the manifest of %s', (build) => {
  const manifest = readManifest(build);
  const chrome = build === 'chrome-mv3';

  it('asks for what is stated and nothing more', () => {
    const extra = chrome ? ['sidePanel'] : [];
    expect([...(manifest.permissions as string[])].sort()).toEqual(
      [...permissions, ...extra].sort(),
    );
    expect([...(manifest.host_permissions as string[])].sort()).toEqual([...hosts].sort());
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  it('has a popup that takes letters before its scripts have run', () => {
    const html = readBuilt(build, 'popup.html').toString();
    expect(html).toMatch(/<div id="root"><input class="unseen"[^>]* autofocus>/);
  });

  it('starts scripts only on the install hosts, in the top frame', () => {
    const scripts = manifest.content_scripts as { matches: string[]; all_frames?: boolean }[];
    const matches = new Set(scripts.flatMap((script) => script.matches));
    expect([...matches].filter((match) => !hosts.includes(match))).toEqual([]);
    expect(scripts.filter((script) => script.all_frames)).toEqual([]);
  });

  it('lets its pages connect only to the APIs', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string })
      .extension_pages;
    const directives = Object.fromEntries(
      policy.split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values];
      }),
    );
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(directives['script-src']).toEqual(["'self'"]);
    expect(directives['connect-src']).toEqual([
      'https://huggingface.co',
      'https://export.arxiv.org',
      'https://rss.arxiv.org',
    ]);
    expect(directives['base-uri']).toEqual(["'none'"]);
    expect(directives['form-action']).toEqual(["'none'"]);
  });

  it('can be installed in every browser that tests take, and in no older one', () => {
    const { gecko } = (manifest.browser_specific_settings ?? {}) as {
      gecko?: { strict_min_version: string };
    };
    const asked = chrome ? manifest.minimum_chrome_version : gecko?.strict_min_version;
    expect(Number.parseInt(String(asked), 10)).toBe(oldest[chrome ? 'chromium' : 'firefox']);
  });

  it('shows pages nothing of itself', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('is of version 3, translated, with an icon on the toolbar', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.default_locale).toBe('en');
    expect(manifest.omnibox).toEqual({ keyword: 'kin' });
    expect(manifest.commands).toEqual({
      _execute_action: { suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' } },
    });
    expect(manifest.action).toBeDefined();
    expect(Object.keys((manifest.icons as object | undefined) ?? {})).toContain('128');
  });

  it('names the oldest browser it runs in', () => {
    if (chrome) {
      expect(manifest.minimum_chrome_version).toBe('120');
      expect(manifest.background).toMatchObject({ type: 'module' });
      return;
    }
    const { gecko } = manifest.browser_specific_settings as {
      gecko: { id: string; strict_min_version: string; data_collection_permissions: object };
    };
    expect(gecko.strict_min_version).toBe('142.0');
    expect(gecko.id).toBe('kindred@kindred.pub');
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect((manifest.action as { default_area: string }).default_area).toBe('navbar');
  });
});
