import { escapeMarkup } from './markup.ts';
import type { SamplePaper } from './sample-papers.ts';

function item(paper: SamplePaper): string {
  return `    <item>
      <title>${escapeMarkup(paper.title)}</title>
      <link>https://arxiv.org/abs/${paper.id}</link>
      <description>arXiv:${paper.id}v1 Announce Type: new 
Abstract: ${escapeMarkup(paper.abstract)}</description>
      <guid isPermaLink="false">oai:arXiv.org:${paper.id}v1</guid>
      <category>${paper.category}</category>
      <pubDate>${new Date(paper.published).toUTCString()}</pubDate>
      <arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>${escapeMarkup(paper.authors.join(', '))}</dc:creator>
    </item>`;
}

/** The feed `/rss/<category>`: the category's papers that Daily Papers has not listed. */
export function rssFeed(category: string, papers: SamplePaper[]): string {
  const announced = papers.filter((paper) => paper.category === category && !paper.listedAt);
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>${escapeMarkup(category)} updates on arXiv.org</title>
${announced.map(item).join('\n')}
  </channel>
</rss>`;
}
