import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseJsonLines } from '../../../lib/import/formats/json-lines.ts';
import { item } from '../digest/update-world.ts';

const command = fileURLToPath(new URL('../../../lib/cli/digest.ts', import.meta.url));
const days: Record<string, object[]> = {
  '2025-01-02': [item('2501.00001', '2025-01-02', 3), item('2501.00002', '2025-01-02')],
  // Also listed on a second day, with more upvotes.
  '2025-01-03': [item('2501.00001', '2025-01-03', 9)],
};
let folder = '';
let server: Server;
let busy = 1;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-digest-'));
  server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    if (query.get('date') === '2025-01-02' && busy-- > 0) {
      response.writeHead(429, { 'retry-after': '1' }).end();
      return;
    }
    const papers = query.get('p') === '0' ? (days[query.get('date') ?? ''] ?? []) : [];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(papers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    const all = [command, '--service', service, ...words];
    execFile(process.execPath, all, { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('npm run digest', () => {
  it('writes the papers of a range of days to one file, each once, and its SHA-256', async () => {
    const { code, out, err } = await run(
      ...['--from', '2025-01-01', '--to', '2025-01-03', '--out', 'days.jsonl.gz'],
    );
    expect(err).toContain('status 429; again in');
    expect(code).toBe(0);
    const packed = await readFile(join(folder, 'days.jsonl.gz'));
    const sha256 = createHash('sha256').update(packed).digest('hex');
    expect(JSON.parse(out)).toEqual({
      file: 'days.jsonl.gz',
      papers: 2,
      bytes: packed.length,
      sha256,
    });
    expect(await readFile(join(folder, 'days.jsonl.gz.sha256'), 'utf8')).toBe(
      `${sha256}  days.jsonl.gz\n`,
    );
    const { claims, refused } = parseJsonLines(
      gunzipSync(packed).toString(),
      '2026-01-01T00:00:00.000Z',
    );
    expect(refused).toEqual([]);
    expect(claims.map(({ arxivId, listedAt, upvotes }) => [arxivId, listedAt, upvotes])).toEqual([
      ['2501.00001', '2025-01-02', 9],
      ['2501.00002', '2025-01-02', 1],
    ]);
  }, 30_000);

  it.each([
    [['--to', '2025-01-03', '--out', 'x'], '--from is missing'],
    [['--from', '2025-02-31', '--to', '2025-03-03', '--out', 'x'], 'takes a day'],
    [['--from', '2025-02-03', '--to', '2025-01-03', '--out', 'x'], 'lies after'],
    [['--from', '2022-02-03', '--to', '2025-01-03', '--out', 'x'], '2023-05-04'],
  ])('refuses %j with a sentence', async (words, sentence) => {
    const { code, err } = await run(...words);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });
});
