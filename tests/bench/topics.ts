/**
 * Example topics on users' libraries, compared with two simple methods, and how long matching,
 * previews and training take on the digest of 12,131 papers.
 *
 * A library's first five papers are the examples, the rest must be found among all papers: mean
 * average precision over 300 libraries. That collection has no titles (its papers are words in
 * shuffled order), so the eight most significant words of a paper replace its title.
 */
import { readJson } from '../../lib/cli/read-papers.ts';
import type { IndexedPaper } from '../../lib/index/indexed-paper.ts';
import { termVector } from '../../lib/index/ranking/term-vector.ts';
import type { RelatedIndex } from '../../lib/index/related-index.ts';
import type { Paper } from '../../lib/paper/paper.ts';
import { parseQuery } from '../../lib/query/parse-query.ts';
import { trainExampleModel, trainingTerms } from '../../lib/topics/example-model.ts';
import { topicTextOf, topicVerdict } from '../../lib/topics/match-topic.ts';
import { previewTopic } from '../../lib/topics/preview-topic.ts';
import { makeTopic } from '../../lib/topics/topic.ts';
import { topicCandidates } from '../../lib/topics/topic-candidates.ts';
import { buildRelatedIndex } from './build-related-index.ts';
import { hasShared, papersOf, sample, sharedFile, sharedPapers } from './papers.ts';

const examplesOfEach = 5;
const titleWords = 8;

type Scores = Map<string, number>;

function asPaper({ id, title, abstract, keyTerms }: IndexedPaper, listedAt: string | null): Paper {
  return {
    id,
    title,
    abstract,
    keyTerms,
    arxivId: null,
    doi: null,
    summary: null,
    authors: [],
    authorCount: null,
    published: null,
    listedAt,
    upvotes: 1,
    comments: null,
    codeUrl: null,
    projectUrl: null,
    withdrawn: false,
    sources: ['daily-papers'],
  };
}

function averagePrecision(scores: Scores, examples: Set<string>, wanted: Set<string>): number {
  const order = [...scores].filter(([id]) => !examples.has(id)).sort((a, b) => b[1] - a[1]);
  let found = 0;
  let sum = 0;
  order.forEach(([id], place) => {
    if (wanted.has(id)) sum += ++found / (place + 1);
  });
  return sum / wanted.size;
}

async function like(index: RelatedIndex, examples: Paper[]): Promise<Scores> {
  const from = { examples, not: [], struck: [] };
  const model = trainExampleModel(from, await index.termStatistics(trainingTerms(from)));
  return index.scoreByWeights(model.weights.map(([term, weight]) => [term, weight]));
}

/** BM25 by the most significant words of each example, as a query of their titles would do. */
async function titles(index: RelatedIndex, examples: Paper[]): Promise<Scores> {
  const words = new Map<string, number>();
  for (const paper of examples) {
    const { terms } = termVector(paper, 'salient');
    const { idf } = await index.termStatistics([...terms.keys()]);
    const significant = [...terms]
      .map(([term, frequency]): [string, number] => [
        term,
        (1 + Math.log(frequency)) * (idf.get(term) ?? 0),
      ])
      .sort((a, b) => b[1] - a[1])
      .slice(0, titleWords);
    for (const [term] of significant)
      words.set(term, (words.get(term) ?? 0) + (idf.get(term) ?? 0));
  }
  return index.scoreByWeights([...words]);
}

/** The mean of the examples' related lists, each list's scores divided by its best. */
async function relatedLists(index: RelatedIndex, examples: Paper[], all: string[]) {
  const sums: Scores = new Map();
  for (const { id, title, abstract } of examples) {
    const hits = await index.score(
      { title, abstract, exclude: [id], limit: all.length, ignoredTerms: [], asShown: false },
      all,
    );
    const best = hits.find((hit) => hit.id !== id)?.score || 1;
    for (const hit of hits) sums.set(hit.id, (sums.get(hit.id) ?? 0) + hit.score / best);
  }
  return sums;
}

async function libraries(): Promise<void> {
  const name = 'relevance/citeulike-t/';
  if (!hasShared(`${name}libraries.json`)) {
    process.stdout.write('Skipped: the libraries are missing.\n');
    return;
  }
  const papers = await sharedPapers(`${name}papers.jsonl.gz`);
  const index = await buildRelatedIndex(papers);
  const byId = new Map(papers.map((paper) => [paper.id, asPaper(paper, null)]));
  const all = papers.map(({ id }) => id);
  const found = (await readJson(sharedFile(`${name}libraries.json`))) as Record<string, string[]>;
  const methods = [
    ['papers like these', (of: Paper[]) => like(index, of)],
    ['a query of five titles', (of: Paper[]) => titles(index, of)],
    ['the mean of five related lists', (of: Paper[]) => relatedLists(index, of, all)],
  ] as const;
  process.stdout.write(`\n${Object.keys(found).length} libraries among ${all.length} papers\n`);
  for (const [method, scoresOf] of methods) {
    let sum = 0;
    for (const library of Object.values(found)) {
      const ids = library.slice(0, examplesOfEach);
      const scores = await scoresOf(ids.flatMap((id) => byId.get(id) ?? []));
      const wanted = new Set(library.slice(examplesOfEach));
      sum += averagePrecision(scores, new Set(ids), wanted);
    }
    const mean = sum / Object.keys(found).length;
    process.stdout.write(`${method.padEnd(34)}MAP ${mean.toFixed(4)}\n`);
  }
}

/** Prints median and maximum of some runs, in milliseconds. */
async function times(what: string, runs: number, work: (run: number) => unknown): Promise<void> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const [middle = 0, slowest = 0] = [taken[taken.length >> 1], taken.at(-1)];
  process.stdout.write(
    `${what.padEnd(44)}${middle.toFixed(1).padStart(8)} ms, max ${slowest.toFixed(1)}\n`,
  );
}

async function durations(): Promise<void> {
  const now = '2026-09-21T12:00:00.000Z';
  const indexed = await papersOf('hf-daily.jsonl.gz', 12_131);
  const index = await buildRelatedIndex(indexed);
  // All within the half year of the preview: the worst case.
  const papers = indexed.map((paper, at) => {
    const listed = new Date(Date.parse(now) - (at % 180) * 86_400_000).toISOString().slice(0, 10);
    return asPaper(paper, listed);
  });
  const words = indexed.map(({ title }) => title.split(/\W+/).filter(({ length }) => length > 3));
  process.stdout.write(`\n${papers.length} papers\n`);

  const topics = sample(words, 100).map((some, at) =>
    makeTopic({
      id: String(at),
      name: '',
      query: at % 3 === 0 ? `"${some.slice(0, 2).join(' ')}"` : some.slice(0, 2).join(' '),
      created: now,
    }),
  );
  await times('50 papers × 100 topics', 10, (run) => {
    const day = papers.slice(run * 50, run * 50 + 50).map(topicTextOf);
    for (const topic of topics) {
      const verdict = topicVerdict(topic);
      for (const paper of day) verdict(paper);
    }
  });

  const queries = ['model', '"large language model"', 'mixture of experts', 'title:diffusion'];
  for (const query of [...queries, 'diffusion -video upvotes:>0', 'learning "of the"']) {
    await times(`preview of ${query}`, 5, async () => {
      const candidates = await topicCandidates(parseQuery(query).query, index);
      return previewTopic(query, papers, now, { candidates });
    });
  }
  await times('scores of all papers for 20 examples', 10, (run) =>
    like(index, papers.slice(run * 20, run * 20 + 20)),
  );
}

await libraries();
await durations();
