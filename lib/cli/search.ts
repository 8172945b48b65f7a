/** `npm run search`: the papers of a digest file for one query, as one JSON line. */
import { bareArxivId } from '../paper/arxiv-id.ts';
import { bareDoi } from '../paper/doi.ts';
import type { Paper } from '../paper/paper.ts';
import { problemSentence } from '../query/problems.ts';
import { PersistentSearch } from '../search/persistent-search.ts';
import { MemorySearchStore } from '../search/search-store.ts';
import { buildIndex, indexedPaper } from './build-index.ts';
import { InputError, type InputPaper } from './read-papers.ts';
import { printLine, readArguments, runCommand, wholeNumber } from './run-command.ts';

const usage = 'npm run --silent search -- --digest FILE [--top N] "query"';

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

/** A search over the papers of a file. */
async function searchOver(path: string): Promise<PersistentSearch> {
  const papers = new Map<string, Paper>();
  const words = await buildIndex(path, (input) => papers.set(input.id, paperOf(input)));
  return new PersistentSearch({
    words,
    digest: { get: async (ids) => ids.flatMap((id) => papers.get(id) ?? []), async *batches() {} },
    store: new MemorySearchStore([...papers.keys()]),
    later: (run) => run(),
  });
}

/** A paper with the fields of a file; missing and malformed ones are unknown. */
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
