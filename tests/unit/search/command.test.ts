import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kindred-search-'));
const digest = join(folder, 'digest.jsonl.gz');
writeFileSync(
  digest,
  gzipSync(
    [
      { id: '2501.00001', title: 'Sparse Experts', abstract: 'Routing.', authors: ['Ada He'] },
      { id: 'own-2', title: 'Experts', abstract: null, date: '2025-02-03', upvotes: 7 },
      { id: 3, title: 'Diffusion', abstract: 'An expert model.' },
    ]
      .map((paper) => JSON.stringify(paper))
      .join('\n'),
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: string[]) {
  const { stdout, stderr, status } = spawnSync(
    'npm',
    ['run', '--silent', 'search', '--', ...words],
    {
      encoding: 'utf8',
    },
  );
  return { stdout, stderr, status };
}

function idsOf(stdout: string): string[] {
  return JSON.parse(stdout).results.map(({ id }: { id: string }) => id);
}

describe('the search command', () => {
  it('prints one line of results, the same each time', () => {
    const first = run('--digest', digest, 'experts ');
    expect(first.status).toBe(0);
    expect(first.stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(first.stdout)).toMatchObject({ query: 'experts ', total: 3 });
    expect(idsOf(first.stdout).sort()).toEqual(['2501.00001', '3', 'own-2']);
    expect(run('--digest', digest, 'experts ').stdout).toBe(first.stdout);
  });

  it('reads the other fields of the file, and pasted ids', () => {
    expect(idsOf(run('--digest', digest, 'author:he').stdout)).toEqual(['2501.00001']);
    expect(idsOf(run('--digest', digest, 'upvotes:>5 year:2025').stdout)).toEqual(['own-2']);
    expect(idsOf(run('--digest', digest, 'arxiv.org/abs/2501.00001v3').stdout)).toEqual([
      '2501.00001',
    ]);
  });

  it('cuts at --top and keeps the total', () => {
    const { stdout } = run('--digest', digest, '--top', '1', 'experts');
    expect(JSON.parse(stdout)).toMatchObject({ total: 3, results: [{}] });
  });

  it.each([
    [['experts'], /--digest is missing/],
    [['--digest', digest], /query is missing/],
    [['--digest', join(folder, 'none.jsonl'), 'experts'], /no such file/],
    [['--digest', digest, '--top', '0', 'experts'], /--top/],
  ])('refuses %j with a sentence', (words, sentence) => {
    const { stdout, stderr, status } = run(...words);
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  });
});
