/**
 * Ranking quality of related papers: recall, mean average precision and nDCG on the judged
 * collections beside the project, compared with MiniSearch's defaults, and what the relevance floor
 * shows. `--all` adds the collection of 122,250 papers and MiniSearch on every collection.
 */
import MiniSearch from 'minisearch';
import { MemoryStorage } from '../../lib/index/memory-storage.ts';
import type { RelatedIndex } from '../../lib/index/related-index.ts';
import { buildRelatedIndex } from './build-related-index.ts';
import { reportNearDuplicates } from './near-duplicates.ts';
import { type BenchPaper, hasShared, sample, sharedJudgments, sharedPapers } from './papers.ts';
import { machine, report, reportLines, versionOf, writeReport } from './report.ts';

type Ranker = (query: BenchPaper) => Promise<string[]>;

const all = process.argv.includes('--all');
const depth = 100;

const queryOf = (query: BenchPaper, limit: number, asShown: boolean) => ({
  title: query.title,
  abstract: query.abstract,
  exclude: [query.id],
  limit,
  ignoredTerms: [],
  asShown,
});

function miniSearchOf(papers: BenchPaper[]): Ranker {
  const index = new MiniSearch({ fields: ['title', 'abstract'] });
  index.addAll(papers);
  return async ({ id, title, abstract }) =>
    index
      .search(`${title} ${abstract}`)
      .map((hit) => String(hit.id))
      .filter((hit) => hit !== id)
      .slice(0, depth);
}

/** nDCG@10, R@10, R@100 and average precision of one query. */
function measures(ranked: string[], relevant: Set<string>) {
  let gain = 0;
  let ideal = 0;
  let found = 0;
  let precision = 0;
  let foundEarly = 0;
  ranked.forEach((id, i) => {
    if (!relevant.has(id)) return;
    found++;
    precision += found / (i + 1);
    if (i < 10) {
      gain += 1 / Math.log2(i + 2);
      foundEarly++;
    }
  });
  for (let i = 0; i < Math.min(10, relevant.size); i++) ideal += 1 / Math.log2(i + 2);
  return [
    gain / ideal,
    foundEarly / relevant.size,
    found / relevant.size,
    precision / relevant.size,
  ];
}

/** Reports the means of all four measures, over all queries and over each half. */
async function row(
  name: string,
  rank: Ranker,
  queries: BenchPaper[],
  judged: Map<string, Set<string>>,
) {
  const halves = [0, 1].map(() => ({ sums: [0, 0, 0, 0], count: 0 }));
  let count = 0;
  for (const query of queries) {
    const relevant = judged.get(query.id);
    const half = halves[count % 2];
    if (relevant === undefined || half === undefined) continue;
    count++;
    measures(await rank(query), relevant).forEach((value, i) => {
      half.sums[i] = (half.sums[i] ?? 0) + value;
    });
    half.count++;
  }
  const [one, other] = halves.map(({ sums, count }) => sums.map((sum) => sum / count));
  const both = [0, 1, 2, 3].map((i) => {
    const sum = halves.reduce((total, half) => total + (half.sums[i] ?? 0), 0);
    return sum / halves.reduce((total, half) => total + half.count, 0);
  });
  const figures = (values: number[] = []) => values.map((value) => value.toFixed(3)).join('  ');
  reportLines(`${name.padEnd(22)}${figures(both)}   halves: ${figures(one)} | ${figures(other)}\n`);
}

async function judgedCollection(
  name: string,
  papers: BenchPaper[],
  queries: BenchPaper[],
  judgments: string,
  withMiniSearch: boolean,
  storage = new MemoryStorage(),
) {
  const judged = await sharedJudgments(judgments);
  const asked = queries.filter(({ id }) => judged.has(id));
  reportLines(`\n${name}: ${papers.length} papers, ${asked.length} judged queries\n`);
  reportLines(`${''.padEnd(22)}nDCG@10 R@10  R@100  MAP\n`);
  const index = await buildRelatedIndex(papers, storage);
  const kindred: Ranker = async (query) =>
    (await index.related(queryOf(query, depth, false))).map(({ id }) => id);
  await row('Kindred', kindred, asked, judged);
  if (withMiniSearch) await row('MiniSearch defaults', miniSearchOf(papers), asked, judged);
  return index;
}

/** Share of the panel's five papers that is judged relevant, with and without the floor. */
async function precision(index: RelatedIndex, queries: BenchPaper[], judgments: string) {
  const judged = await sharedJudgments(judgments);
  for (const asShown of [false, true]) {
    let shown = 0;
    let relevant = 0;
    for (const query of queries) {
      const wanted = judged.get(query.id);
      if (wanted === undefined) continue;
      const hits = await index.related(queryOf(query, 5, asShown));
      shown += hits.length;
      relevant += hits.filter(({ id }) => wanted.has(id)).length;
    }
    const share = ((100 * relevant) / shown).toFixed(1);
    reportLines(
      `${asShown ? 'with' : 'without'} floor and near-duplicate removal: ${shown} shown, ${share} % judged relevant\n`,
    );
  }
}

/** How many of the first five are Daily Papers, among many more papers that are not. */
async function sourceRanking(index: RelatedIndex, queries: BenchPaper[], listed: Set<string>) {
  const judged = await sharedJudgments('relevance/librarian/qrels-arxiv.tsv');
  const asked = queries.filter(({ id }) => judged.has(id));
  for (const below of [false, true]) {
    let first = 0;
    let ofDaily = 0;
    let gain = 0;
    for (const query of asked) {
      const question = { ...queryOf(query, 10, false), demoteOtherSources: below };
      const ids = (await index.related(question)).map(({ id }) => id);
      first += Math.min(5, ids.length);
      ofDaily += ids.slice(0, 5).filter((id) => listed.has(id)).length;
      gain += measures(ids, judged.get(query.id) ?? new Set())[0] ?? 0;
    }
    const share = ((100 * ofDaily) / first).toFixed(1);
    const ndcg = (gain / asked.length).toFixed(3);
    reportLines(
      `other sources ranked ${below ? 'lower' : 'equally'}: ${share} % of the first five are Daily Papers, nDCG@10 ${ndcg}\n`,
    );
  }
}

/** What the relevance floor does to queries from the digest's field and from others. */
async function floor(name: string, index: RelatedIndex, groups: [string, BenchPaper[]][]) {
  reportLines(`\nfloor over ${name} (${index.paperCount} papers)\n`);
  for (const [group, queries] of groups) {
    let answered = 0;
    let shown = 0;
    for (const query of queries) {
      const hits = await index.related(queryOf(query, 5, true));
      shown += hits.length;
      if (hits.length > 0) answered++;
    }
    const share = ((100 * answered) / queries.length).toFixed(1);
    const each = (shown / queries.length).toFixed(2);
    reportLines(
      `${group.padEnd(34)}${queries.length} queries, ${share} % show something, ${each} of 5 shown\n`,
    );
  }
}

const needed = ['hf-daily.jsonl.gz', 'relevance/librarian/queries.jsonl'];
if (!needed.every(hasShared)) {
  process.stdout.write('Skipped: the judged collections are missing.\n');
} else {
  report(machine([versionOf('minisearch')]));
  const daily = await sharedPapers('hf-daily.jsonl.gz');
  const arxiv = await sharedPapers('arxiv.jsonl.gz');
  const librarian = await sharedPapers('relevance/librarian/queries.jsonl');
  const dailyIndex = await judgedCollection(
    'librarian over Daily Papers',
    daily,
    librarian,
    'relevance/librarian/qrels-hf-daily.tsv',
    true,
  );
  await precision(dailyIndex, librarian, 'relevance/librarian/qrels-hf-daily.tsv');
  const cited = await sharedPapers('relevance/citeulike-t/papers.jsonl.gz');
  await judgedCollection('citeulike-t', cited, cited, 'relevance/citeulike-t/qrels.tsv', all);
  if (all) {
    const storage = new MemoryStorage();
    const listed = new Set(daily.map(({ id }) => id));
    const index = await judgedCollection(
      'librarian over arXiv',
      arxiv.map((paper) => ({
        ...paper,
        sources: [listed.has(paper.id) ? ('daily-papers' as const) : ('arxiv' as const)],
      })),
      librarian,
      'relevance/librarian/qrels-arxiv.tsv',
      false,
      storage,
    );
    await sourceRanking(index, librarian, listed);
    await reportNearDuplicates(arxiv, storage);
  }
  const known = new Set(daily.map(({ id }) => id));
  const near = arxiv.filter(
    ({ id, categories }) => /^cs\.(CL|CV|LG)/.test(categories[0] ?? '') && !known.has(id),
  );
  const far = arxiv.filter(
    ({ categories }) =>
      categories.length > 0 &&
      !categories.some((one) =>
        /^(cs|stat|eess|math|q-bio|quant|cond-mat\.dis|physics\.(comp|data))/.test(one),
      ),
  );
  const closer = (pattern: RegExp) =>
    arxiv.filter(({ id, categories }) => pattern.test(categories[0] ?? '') && !known.has(id));
  const life = closer(/^(q-bio|physics\.med-ph)/);
  const numbers = closer(/^(math|econ|q-fin|stat\.AP)/);
  const titles = (papers: BenchPaper[]) => papers.map((paper) => ({ ...paper, abstract: '' }));
  const groups: [string, BenchPaper[]][] = [
    ['Daily Papers', sample(daily, 300)],
    ['arXiv cs.CL, cs.CV, cs.LG', sample(near, 300)],
    ['arXiv physics, other fields', sample(far, 300)],
    ['q-bio, medical physics', sample(life, 300)],
    ['mathematics, economics, finance', sample(numbers, 300)],
    ['Daily Papers, title only', titles(sample(daily, 300))],
    ['physics, title only', titles(sample(far, 300))],
  ];
  await floor('Daily Papers', dailyIndex, groups);
  await floor('1,000 Daily Papers', await buildRelatedIndex(sample(daily, 1_000)), groups);
  await floor('58 Daily Papers', await buildRelatedIndex(sample(daily, 58)), groups);
  writeReport('Ranking quality');
}
