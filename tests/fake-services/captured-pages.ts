/**
 * Captured pages of real sites under their real addresses. A folder of captures has a
 * `manifest.jsonl` with a row per page; a file of a page, such as a style sheet, is found as
 * `<host>/<path>` in any of the asset folders. Everything else is unknown and answers 404.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Answer } from './faults.ts';

export interface CapturedPage {
  /** In the folder of the captures. */
  file: string;
  url: string;
  kind: 'paper' | 'listing' | 'not-paper';
  expected: { paper: boolean; title?: string; arxivId?: string; doi?: string };
  /** "real" for a capture of the live page, else how it was made. */
  capture: string;
}

interface Row extends Omit<CapturedPage, 'url'> {
  url?: string;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const keyOf = ({ host, pathname, search }: URL) => `${host}${pathname}${search}`;

export class CapturedPages {
  /** One per address, the first in the manifest. */
  readonly pages: CapturedPage[];
  /** Captures without an address, which nothing can serve. */
  readonly withoutAddress: string[];
  readonly #folder: string;
  readonly #assetFolders: string[];
  readonly #byKey = new Map<string, CapturedPage>();

  /** @throws {Error} a sentence that says which file is missing. */
  constructor(folder: string, assetFolders: string[] = []) {
    const manifest = join(folder, 'manifest.jsonl');
    if (!existsSync(manifest)) {
      throw new Error(`There are no captured pages: ${manifest} is missing.`);
    }
    const lines = readFileSync(manifest, 'utf8').split('\n');
    const rows = lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as Row);
    this.#folder = folder;
    this.#assetFolders = [...assetFolders, folder];
    // The local server speaks HTTPS only, and sites of old captures redirect to it today.
    for (const { url, ...row } of rows) {
      if (url === undefined) continue;
      const page = { ...row, url: url.replace(/^http:/, 'https:') };
      const key = keyOf(new URL(page.url));
      if (!this.#byKey.has(key)) this.#byKey.set(key, page);
    }
    this.pages = [...this.#byKey.values()];
    this.withoutAddress = rows.flatMap(({ url, file }) => (url === undefined ? [file] : []));
  }

  /** The page or the file of a page at an address; null where neither was captured. */
  answer(address: string): Answer | null {
    const url = new URL(address);
    const page = this.#byKey.get(keyOf(url));
    if (page) {
      const body = readFileSync(join(this.#folder, page.file));
      return { status: 200, type: htmlType(body), body };
    }
    const file = this.#assetFile(url);
    const type = types[extname(url.pathname).toLowerCase()];
    if (file === null || type === undefined) return null;
    // Pages on other hosts load fonts and modules too, which browsers ask permission for.
    const headers = { 'access-control-allow-origin': '*' };
    return { status: 200, type, body: readFileSync(file), headers };
  }

  /** The addresses of a page's style sheets that nothing answers, without those for print. */
  missingStyleSheets(page: CapturedPage): string[] {
    const html = readFileSync(join(this.#folder, page.file), 'utf8');
    return styleSheetsOf(html, page.url).filter((sheet) => this.answer(sheet) === null);
  }

  /**
   * Pages named by an arXiv id, an address or a part of either, each once.
   * @throws {Error} a sentence where a name fits no page.
   */
  find(names: string[]): CapturedPage[] {
    const found = names.flatMap((name) => {
      const exact = this.pages.filter(({ url, expected }) => {
        return url === name || expected.arxivId === name || expected.doi === name;
      });
      const some = exact.length > 0 ? exact : this.pages.filter(({ url }) => url.includes(name));
      if (some.length === 0) throw new Error(`No captured page has "${name}" in its address.`);
      return some;
    });
    return [...new Set(found)];
  }

  #assetFile({ hostname, pathname }: URL): string | null {
    const files = this.#assetFolders.map((folder) => join(folder, hostname, pathname));
    return files.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
  }
}

/**
 * The type of a page. A page that names its own charset decides; others, arXiv's among them, were
 * sent as UTF-8 by a header that the capture lacks, and browsers would guess windows-1252.
 */
function htmlType(body: Buffer): string {
  const start = body.subarray(0, 4_096).toString('latin1');
  return /<meta[^>]{0,200}charset/i.test(start) ? 'text/html' : 'text/html; charset=utf-8';
}

/** Absolute addresses of the style sheets for screens that a page links to. */
function styleSheetsOf(html: string, base: string): string[] {
  const links = html.match(/<link\b[^>]*>/gi) ?? [];
  const sheets = links.filter((link) => {
    return /\brel=["']?(?:[\w ]* )?stylesheet\b/i.test(link) && !/\bmedia=["']?print\b/i.test(link);
  });
  const addresses = sheets.flatMap((link) => {
    const href = /\bhref=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(link);
    const given = href?.slice(1).find((value) => value !== undefined);
    const address = given?.replaceAll('&amp;', '&') ?? '';
    return URL.canParse(address, base) ? [new URL(address, base).href] : [];
  });
  return [...new Set(addresses)];
}
