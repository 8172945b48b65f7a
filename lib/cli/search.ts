/**
 * `search`: papers of a digest file for one query, as one JSON line.
 */

import { MemoryStorage } from '../index/memory-storage.ts';
import { openRelatedIndex } from '../index/related-index.ts';
import { bareArxivId } from '../paper/arxiv-id.ts';
import { bareDoi } from '../paper/doi.ts';
import type { Paper } from '../paper/paper.ts';
import { problemSentence } from '../query/problems.ts';
import { PersistentSearch } from '../search/persistent-search.ts';
import { MemorySearchStore } from '../search/search-store.ts';
import { indexedPaper } from './build-index.ts';
import { InputError, type InputPaper, readPapers } from './read-papers.ts';
import { printLine, readArguments, runCommand, wholeNumber } from './run-command.ts';

const usage = 'npm run --silent search -- --digest FILE [--top N] "query"';
const batchSize = 4_096;

await runCommand(async (words) => {
  const { values, positionals } = readArguments(
    words,
    { digest: { type: 'string' }, top: { type: 'string' } },
    usage,
  );
  if (values.digest === undefined) throw new InputError(`--digest is missing.\nUsage: ${usage}`);
  if (positionals.length === 0) throw new InputError(`The query is missing.\nUsage: ${usage}`);
  const limit = wholeNumber(values.top, 'top', 20);
  const query = positionals.join(' ');
  const search = await searchOver(values.digest);
  const page = await search.search(query, { offset: 0, limit, sort: 'relevance', complete: true });
  for (const problem of page.problems) process.stderr.write(`${problemSentence(problem)}\n`);
  const results = page.results.map(({ paper, score }) => ({ id: paper.id, score }));
  await printLine({ query, total: page.total, results });
});

/** Both indexes over a whole file. Throws `InputError`. */
async function searchOver(path: string): Promise<PersistentSearch> {
  const words = await openRelatedIndex(new MemoryStorage());
  const papers = new Map<string, Paper>();
  let batch: InputPaper[] = [];
  const flush = async () => {
    await words.update({ put: batch.map(indexedPaper), remove: [] });
    batch = [];
  };
  for await (const input of readPapers(path)) {
    papers.set(input.id, paperOf(input));
    batch.push(input);
    if (batch.length === batchSize) await flush();
  }
  await flush();
  while (await words.mergeStep());
  return new PersistentSearch({
    words,
    digest: { get: async (ids) => ids.flatMap((id) => papers.get(id) ?? []), async *batches() {} },
    store: new MemorySearchStore([...papers.keys()]),
    later: (run) => run(),
  });
}

/** What a file may tell of a paper beside id, title and abstract; anything else is unknown. */
function paperOf(input: InputPaper): Paper {
  const { id, title, abstract, fields } = input;
  const { keyTerms, published } = indexedPaper(input);
  return {
    id,
    title,
    abstract,
    keyTerms,
    published: dayIn(published),
    listedAt: dayIn(fields.listedAt ?? fields.date),
    arxivId: bareArxivId(text(fields.arxivId) ?? id),
    doi: bareDoi(text(fields.doi) ?? id),
    summary: null,
    authors: Array.isArray(fields.authors)
      ? fields.authors.filter((name): name is string => typeof name === 'string')
      : [],
    authorCount: null,
    upvotes: count(fields.upvotes),
    comments: count(fields.comments),
    codeUrl: null,
    projectUrl: null,
    withdrawn: false,
    sources: ['file'],
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function dayIn(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null;
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
