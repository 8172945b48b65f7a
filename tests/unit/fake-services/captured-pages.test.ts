import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CapturedPages } from '../../fake-services/captured-pages.ts';
import { capturedRouter } from '../../fake-services/routes.ts';

const head = `<link rel="stylesheet" href="/static/a.css?v=1">
  <link href='//cdn.example.org/b.css' rel='preload stylesheet'>
  <link rel="stylesheet" media="print" href="/static/print.css">
  <link rel="icon" href="/icon.png">`;

const rows = [
  { file: 'abs.html', url: 'http://arxiv.org/abs/2501.00001', expected: { arxivId: '2501.00001' } },
  { file: 'search.html', url: 'https://arxiv.org/search/?query=a+b&size=50', expected: {} },
  { file: 'journal.html', url: 'https://journal.example.org/articles/7', expected: {} },
  { file: 'nowhere.html', expected: {} },
];

describe('captured pages', () => {
  let folder: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const open = (...assets: string[]) => {
    return new CapturedPages(
      join(folder, 'pages'),
      assets.map((name) => join(folder, name)),
    );
  };
  const ask = (captured: CapturedPages, host: string, path: string) => {
    return capturedRouter(captured)(host, path, [])?.body.toString() ?? null;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kindred-captured-'));
    const manifest = rows.map((row) => JSON.stringify({ kind: 'paper', capture: 'real', ...row }));
    write('pages/manifest.jsonl', `${manifest.join('\n')}\n`);
    for (const { file } of rows) write(`pages/${file}`, `${head}<h1>${file}</h1>`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are served under their own host, path and query', () => {
    const captured = open();
    expect(ask(captured, 'arxiv.org', '/abs/2501.00001')).toContain('<h1>abs.html');
    expect(ask(captured, 'arxiv.org', '/search/?query=a+b&size=50')).toContain('<h1>search.html');
    expect(ask(captured, 'journal.example.org', '/articles/7')).toContain('<h1>journal.html');
    expect(captured.withoutAddress).toEqual(['nowhere.html']);
  });

  it('are UTF-8 unless they name another charset', () => {
    const typeOf = () => open().answer('https://arxiv.org/abs/2501.00001')?.type;
    expect(typeOf()).toBe('text/html; charset=utf-8');
    write('pages/abs.html', '<meta http-equiv="Content-Type" content="text/html; charset=latin1">');
    expect(typeOf()).toBe('text/html');
  });

  it('leave everything else unanswered, the style sheet of the fake arXiv too', () => {
    const captured = open();
    expect(ask(captured, 'journal.example.org', '/abs/2501.00001')).toBeNull();
    expect(ask(captured, 'arxiv.org', '/search/?query=a+b')).toBeNull();
    expect(ask(captured, 'arxiv.org', '/abs/2501.00002')).toBeNull();
    expect(ask(captured, 'arxiv.org', '/static/a.css')).toBeNull();
    expect(ask(captured, 'arxiv.org', '/manifest.jsonl')).toBeNull();
  });

  it('leave the services that the extension asks as they are', () => {
    expect(ask(open(), 'huggingface.co', '/api/daily_papers?date=2025-01-02')).toBe('[]');
    expect(ask(open(), 'huggingface.co', '/papers/2501.00001')).toBeNull();
  });

  it('take files from asset folders, with the type that the browser needs', () => {
    write('assets/arxiv.org/static/a.css', 'p { color: red }');
    const captured = open('assets');
    expect(captured.answer('https://arxiv.org/static/a.css?v=1')).toMatchObject({
      status: 200,
      type: 'text/css; charset=utf-8',
    });
    expect(ask(captured, 'arxiv.org', '/static/a.css')).toBe('p { color: red }');
    expect(ask(captured, 'arxiv.org', '/static/')).toBeNull();
  });

  it('name the style sheets that are missing', () => {
    const [page] = open().find(['2501.00001']);
    if (!page) throw new Error('There is no page.');
    const b = 'https://cdn.example.org/b.css';
    expect(open().missingStyleSheets(page)).toEqual(['https://arxiv.org/static/a.css?v=1', b]);
    write('pages/arxiv.org/static/a.css', 'p { color: red }');
    expect(open().missingStyleSheets(page)).toEqual([b]);
  });

  it('are found by id, address or a part of it, each once', () => {
    const files = (...names: string[]) =>
      open()
        .find(names)
        .map(({ file }) => file);
    expect(files('2501.00001', 'https://arxiv.org/abs/2501.00001')).toEqual(['abs.html']);
    expect(files('arxiv.org')).toEqual(['abs.html', 'search.html']);
    expect(() => files('2501.99999')).toThrow('No captured page has "2501.99999"');
  });

  it('say what is missing where there are none', () => {
    expect(() => new CapturedPages(join(folder, 'absent'))).toThrow('manifest.jsonl is missing');
  });
});

const shared = join(import.meta.dirname, '../../../../shared/pages');
const isThere = existsSync(join(shared, 'manifest.jsonl'));
if (!isThere) console.warn('captured pages: ../shared/pages is absent, none of it is served');

describe.skipIf(!isThere)('the captured pages of ../shared', () => {
  it('are all served, one per address', () => {
    const { pages, answer } = shareOf();
    expect(pages.length).toBeGreaterThan(100);
    expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
    expect(pages.filter(({ url }) => answer(url) === null)).toEqual([]);
  });
});

function shareOf() {
  const captured = new CapturedPages(shared);
  const router = capturedRouter(captured);
  const answer = (address: string) => {
    const { host, pathname, search } = new URL(address);
    return router(host, `${pathname}${search}`, []);
  };
  return { pages: captured.pages, answer };
}
