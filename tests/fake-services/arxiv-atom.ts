import { escapeMarkup } from './markup.ts';
import type { SamplePaper } from './sample-papers.ts';

function entry(paper: SamplePaper): string {
  const authors = paper.authors.map(
    (name) => `<author><name>${escapeMarkup(name)}</name></author>`,
  );
  return `  <entry>
    <id>http://arxiv.org/abs/${paper.id}v1</id>
    <title>${escapeMarkup(paper.title)}</title>
    <updated>${paper.published}T18:00:00Z</updated>
    <link href="https://arxiv.org/abs/${paper.id}v1" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${paper.id}v1" rel="related" type="application/pdf" title="pdf"/>
    <summary>${escapeMarkup(paper.abstract)}</summary>
    <category term="${paper.category}" scheme="http://arxiv.org/schemas/atom"/>
    <published>${paper.published}T18:00:00Z</published>
    <arxiv:primary_category term="${paper.category}"/>
    ${authors.join('\n    ')}
  </entry>`;
}

/** Answer of `/api/query?id_list=`: the shape of export.arxiv.org's Atom in 2026. */
export function atomFeed(papers: SamplePaper[], idList: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/fake-services</id>
  <title>arXiv Query: search_query=&amp;id_list=${escapeMarkup(idList)}</title>
  <updated>2026-01-01T00:00:00Z</updated>
  <opensearch:itemsPerPage>${papers.length}</opensearch:itemsPerPage>
  <opensearch:totalResults>${papers.length}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${papers.map(entry).join('\n')}
</feed>`;
}
