import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'kindred-detect-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'lib/cli/detect.ts'), ...words],
      { env },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const write = (name: string, data: string | Uint8Array): void =>
  writeFileSync(join(folder, name), data);

it('prints one line for each address, in the order of the input', async () => {
  write(
    'urls.txt.gz',
    gzipSync('https://arxiv.org/abs/math.GT/0309136v2\n\nhttps://doi.org/10.1000/X\n'),
  );
  const { code, out } = await run('--urls', 'urls.txt.gz');
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      file: null,
      url: 'https://arxiv.org/abs/math.GT/0309136v2',
      kind: 'paper',
      site: 'arxiv',
      arxivId: 'math/0309136',
      doi: null,
      title: null,
      abstract: null,
    },
    expect.objectContaining({ url: '', kind: 'none', site: null }),
    expect.objectContaining({ kind: 'paper', site: 'doi', doi: '10.1000/x' }),
  ]);
});

it('reads pages relative to their list, gzipped and in their own charset', async () => {
  const html =
    '<html><head><meta charset="iso-8859-1"><meta name="citation_title" content="D\u00e9j\u00e0 vu"><meta name="citation_author" content="A"></head></html>';
  write('page.html.gz', gzipSync(Buffer.from(html, 'latin1')));
  write('pages.jsonl', '{"file":"page.html.gz"}\n');
  const { code, out } = await run('--pages', 'pages.jsonl');
  expect([code, JSON.parse(out)]).toEqual([
    0,
    expect.objectContaining({ file: 'page.html.gz', url: null, kind: 'paper', title: 'Déjà vu' }),
  ]);
});

it.each([
  [['--urls', 'absent.txt'], /no such file/],
  [[], /Give either/],
  [['--pages', 'bad.jsonl'], /line 1: this is not JSON/],
  [['--pages', 'lost.jsonl'], /cannot be read/],
])('refuses %j with a sentence', async (words, sentence) => {
  write('bad.jsonl', 'x\n');
  write('lost.jsonl', '{"file":"absent.html"}\n');
  const { code, out, err } = await run(...words);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(sentence);
});
