/** `npm run related`: the related papers in a digest for each query paper, as JSON lines. */
import { buildIndex } from './build-index.ts';
import { InputError, isObject, readJson, readPapers } from './read-papers.ts';
import { printLine, readArguments, runCommand, wholeNumber } from './run-command.ts';

const usage =
  'npm run --silent related -- --digest FILE --queries FILE [--candidates FILE] [--top N] [--as-shown]';

await runCommand(async (words) => {
  const { values, positionals } = readArguments(
    words,
    {
      digest: { type: 'string' },
      queries: { type: 'string' },
      candidates: { type: 'string' },
      top: { type: 'string' },
      'as-shown': { type: 'boolean' },
    },
    usage,
  );
  if (positionals.length > 0)
    throw new InputError(`"${positionals[0]}" is no option.\nUsage: ${usage}`);
  const { digest, queries } = values;
  if (digest === undefined) throw new InputError(`--digest is missing.\nUsage: ${usage}`);
  if (queries === undefined) throw new InputError(`--queries is missing.\nUsage: ${usage}`);
  const limit = wholeNumber(values.top, 'top', 5);
  const candidates =
    values.candidates === undefined ? null : await readCandidates(values.candidates);
  const index = await buildIndex(digest);
  for await (const { id, title, abstract } of readPapers(queries)) {
    const query = {
      title,
      abstract,
      exclude: [id],
      limit,
      ignoredTerms: [],
      asShown: values['as-shown'] ?? false,
    };
    const results =
      candidates === null
        ? await index.related(query)
        : await index.score(query, candidates.get(id) ?? []);
    await printLine({ query: id, results });
  }
});

/** Reads `{queryId: [ids]}`; a query that is not a key has no candidates. */
async function readCandidates(path: string): Promise<Map<string, string[]>> {
  const value = await readJson(path);
  if (!isObject(value)) throw new InputError(`${path}: this is not an object of lists of ids.`);
  const candidates = new Map<string, string[]>();
  for (const [query, ids] of Object.entries(value)) {
    if (!Array.isArray(ids)) throw new InputError(`${path}: "${query}" has no list of ids.`);
    candidates.set(
      query,
      ids.map((id) => {
        if (typeof id === 'string' || typeof id === 'number') return String(id);
        throw new InputError(`${path}: "${query}" lists something that is no id.`);
      }),
    );
  }
  return candidates;
}
