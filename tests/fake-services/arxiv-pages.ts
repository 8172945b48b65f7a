/**
 * arxiv.org as a browser meets it, in arXiv's markup of 2026 as far as a user's tool can notice:
 * abstract pages, HTML papers, listings, search, home. As there, a script after the style sheet
 * makes the parser wait for both.
 */
import { escapeMarkup } from './markup.ts';
import type { SamplePaper } from './sample-papers.ts';

/** Sheet of all arXiv pages: like arXiv's own, the right column floats from 768 px upwards. */
export const arxivCss = `
body { margin: 0; font: 16px/1.5 "IBM Plex Sans", "Liberation Sans", sans-serif; color: #1c1a17; background: #fff; }
a { color: #1565c0; }
.is-sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.ds-site-header { display: flex; justify-content: space-between; padding: 12px 20px; border-bottom: 1px solid #ddd8d2; }
#abs-outer { margin: 0 20px; }
.subheader h1 { font-size: 14px; margin: 12px 0; }
#abs h1.title { font-size: 25px; line-height: 1.2; }
blockquote.abstract { margin: 16px 0 16px 20px; white-space: pre-line; }
.descriptor { font-weight: 700; }
.metatable td { padding: 2px 10px 2px 0; vertical-align: top; }
.extra-services { padding: 10px; background: #f9f7f7; }
.extra-services ul { list-style: none; margin: 0 0 12px; padding: 0; }
footer { clear: both; padding: 24px 20px; border-top: 1px solid #ddd8d2; }
@media (min-width: 768px) {
  .leftcolumn { float: left; width: calc(100% - 320px); }
  .extra-services { float: right; width: 260px; margin-top: 12px; }
}
html[data-theme="dark"] body { background: #16181d; color: #e6e6e6; }
`;

const slashed = (day: string) => day.replaceAll('-', '/');

/** "Last, First" as arXiv writes authors in `citation_author`. */
function lastFirst(name: string): string {
  const words = name.split(' ');
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}

function frame(head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" type="text/css" media="screen" href="/static/browse/0.3.4/css/arXiv.css">
  <script src="/static/browse/0.3.4/js/accordion.js"></script>
  ${head}
</head>
<body><div class="flex-wrap-footer">
  <a href="#content" class="ds-skip-link is-sr-only">Skip to main content</a>
  <header class="ds-site-header"><a href="/" class="ds-site-header-logo">arXiv</a>
    <nav aria-label="Main navigation"><a href="/search">Search</a> <a href="/login">Log in</a></nav></header>
  <main><div id="content">
${body}
  </div></main>
  <footer>About · Help · Contact</footer>
</div></body>
</html>`;
}

function citationTags(paper: SamplePaper, version: number): string {
  const tag = (name: string, content: string) =>
    `<meta name="citation_${name}" content="${escapeMarkup(content)}" />`;
  return [
    tag('title', paper.title),
    ...paper.authors.map((author) => tag('author', lastFirst(author))),
    tag('date', slashed(paper.published)),
    tag('online_date', slashed(paper.published)),
    tag('pdf_url', `https://arxiv.org/pdf/${paper.id}`),
    tag('arxiv_id', paper.id),
    tag('abstract', paper.abstract),
    `<meta property="og:title" content="${escapeMarkup(paper.title)}" />`,
    `<meta property="og:url" content="https://arxiv.org/abs/${paper.id}v${version}" />`,
    `<meta property="og:description" content="${escapeMarkup(paper.abstract)}"/>`,
  ].join('\n  ');
}

/** The abstract page `/abs/<id>`. */
export function absPage(paper: SamplePaper, version = 1): string {
  const id = paper.id;
  const head = `<title>[${id}] ${escapeMarkup(paper.title)}</title>
  <link rel="canonical" href="https://arxiv.org/abs/${id}"/>
  <meta name="description" content="Abstract page for arXiv paper ${id}: ${escapeMarkup(paper.title)}">
  ${citationTags(paper, version)}`;
  const authors = paper.authors
    .map(
      (author) =>
        `<a href="https://arxiv.org/search/cs?searchtype=author">${escapeMarkup(author)}</a>`,
    )
    .join(', ');
  const body = `<div id="abs-outer">
  <div class="leftcolumn">
    <div class="subheader"><h1>${paper.category}</h1></div>
    <div id="content-inner"><div id="abs">
      <div class="dateline">[Submitted on ${paper.published}]</div>
      <h1 class="title mathjax"><span class="descriptor">Title:</span>${escapeMarkup(paper.title)}</h1>
      <div class="authors"><span class="descriptor">Authors:</span>${authors}</div>
      <a class="mobile-submission-download" href="/pdf/${id}">View PDF</a>
      <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${escapeMarkup(paper.abstract)}</blockquote>
      <!--CONTEXT-->
      <div class="metatable"><table summary="Additional metadata">
        <tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects"><span class="primary-subject">${paper.category}</span></td></tr>
        <tr><td class="tablecell label">Cite as:</td><td class="tablecell arxivid"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></td></tr>
      </table></div>
    </div></div>
    <div class="submission-history"><h2>Submission history</h2><strong>[v1]</strong> ${paper.published}</div>
  </div>
  <div class="extra-services">
    <div class="full-text"><h2>Access Paper:</h2><ul>
      <li><a href="/pdf/${id}" class="abs-button download-pdf">View PDF</a></li>
      <li><a href="/html/${id}v1" class="abs-button">HTML (experimental)</a></li></ul></div>
    <div class="browse">Current browse context: ${paper.category}</div>
    <div class="extra-ref-cite"><h3>References &amp; Citations</h3><ul><li>Google Scholar</li></ul></div>
    <div class="bookmarks"><h3>Bookmark</h3></div>
  </div>
  <div id="labstabs"></div>
</div>`;
  return frame(head, body);
}

/** The HTML paper `/html/<id>`: no `citation_*` tags, and a theme of its own. */
export function htmlPaper(paper: SamplePaper, theme: 'light' | 'dark'): string {
  return `<!DOCTYPE html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(paper.title)}</title>
<link rel="stylesheet" href="/static/browse/0.3.4/css/arXiv.css"></head>
<body><header class="arxiv-html-header ds-site-header"><a href="/abs/${paper.id}">Back to arXiv</a></header>
<div class="ltx_page_main"><div class="ltx_page_content"><article class="ltx_document">
<h1 class="ltx_title ltx_title_document">${escapeMarkup(paper.title)}</h1>
<div class="ltx_authors">${paper.authors.map((author) => `<span class="ltx_personname">${escapeMarkup(author)}</span>`).join(', ')}</div>
<div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">${escapeMarkup(paper.abstract)}</p></div>
<section class="ltx_section"><h2 class="ltx_title ltx_title_section">1 Introduction</h2><p class="ltx_p">${escapeMarkup(paper.abstract)}</p></section>
</article></div></div></body></html>`;
}

/** A listing `/list/<category>/new`. */
export function listPage(papers: SamplePaper[]): string {
  const items = papers.map((paper, index) => {
    const id = paper.id;
    return `<dt><a name='item${index + 1}'>[${index + 1}]</a>
  <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
  [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}">pdf</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> ${escapeMarkup(paper.title)}</div>
  <div class='list-authors'>${paper.authors.map(escapeMarkup).join(', ')}</div>
  <div class='list-subjects'><span class="primary-subject">${paper.category}</span></div>
  <p class='mathjax'>${escapeMarkup(paper.abstract)}</p></div></dd>`;
  });
  return frame(
    '<title>New submissions</title>',
    `<div id="dlpage"><h1>New submissions</h1><dl id='articles'>${items.join('\n')}</dl></div>`,
  );
}

/** Any page of arXiv that is about no paper. */
export function plainPage(title: string, text: string): string {
  return frame(
    `<title>${escapeMarkup(title)}</title>`,
    `<h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(text)}</p>`,
  );
}
