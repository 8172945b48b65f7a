import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../../lib/index/memory-storage.ts';
import { openRelatedIndex } from '../../../lib/index/related-index.ts';
import { paper, searchOver } from './papers.ts';

const folder = '../shared/data/relevance/cacm';
const isHere = existsSync(folder);
if (!isHere) console.warn('quality of search: skipped, the judged collection is missing');

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

describe.skipIf(!isHere)('search on a judged collection', () => {
  it('has a mean average precision of at least .349 on cacm', async () => {
    const text = gunzipSync(readFileSync(`${folder}/papers.jsonl.gz`)).toString();
    const papers = lines(text).map((line) => {
      const { id, title, abstract, authors } = JSON.parse(line);
      return { ...paper(id, title, abstract, { authors }), id: String(id) };
    });
    const words = await openRelatedIndex(new MemoryStorage());
    await words.update({ put: papers, remove: [] });
    const search = searchOver(papers, words);

    const judged = new Map<string, Set<string>>();
    for (const line of lines(readFileSync(`${folder}/qrels.tsv`, 'utf8')).slice(1)) {
      const [query = '', id = '', relevance] = line.split('\t');
      if (Number(relevance) === 0) continue;
      judged.set(query, (judged.get(query) ?? new Set()).add(id));
    }
    const options = { offset: 0, limit: 1_000, sort: 'relevance', complete: true } as const;
    let sum = 0;
    for (const line of lines(readFileSync(`${folder}/queries.jsonl`, 'utf8'))) {
      const { id, query } = JSON.parse(line);
      const relevant = judged.get(id);
      if (!relevant) continue;
      const page = await search.search(query, options);
      let found = 0;
      page.results.forEach(({ paper: { id } }, at) => {
        if (relevant.has(id)) sum += ++found / (at + 1) / relevant.size;
      });
    }
    expect(sum / judged.size).toBeGreaterThanOrEqual(0.349);
  });
});
