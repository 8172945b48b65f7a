import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect, detectAnywhere } from '../../../lib/page/detect.ts';
import { addresses, documentOf, expectIdsOnly, pageDocument, pages } from './fixtures.ts';

describe('detect by page', () => {
  it.each(pages)('$file at $url', ({ file, url, kind, arxivId, doi, title, abstract }) => {
    const detection = detectAnywhere(url, pageDocument(file));
    const paper = detection.kind === 'paper' ? detection.paper : null;
    expect({
      kind: detection.kind,
      arxivId: paper?.arxivId ?? null,
      doi: paper?.doi ?? null,
      title: paper?.title ?? null,
      abstract: paper?.abstract ?? null,
    }).toEqual({ kind, arxivId, doi, title, abstract });
    expect(detection.evidence.join()).not.toBe('');
  });

  it('returns authors and the day of the first version', () => {
    const detection = detect(
      'https://arxiv.org/abs/2106.00042',
      pageDocument('pages/arxiv-abs.htm'),
    );
    expect(detection).toMatchObject({
      paper: { authors: ['Stone, Ada', 'Brook, B. C.'], published: '2021-06-17', view: 'abstract' },
    });
  });

  it('detects no paper on an unlisted page before the user clicks', () => {
    const document = pageDocument('pages/journal-highwire.htm');
    expect(detect('https://journal.example.org/7/2/stones', document).kind).toBe('none');
  });

  it('has evidence of why a page is no paper', () => {
    const challenge = pages.find((page) => page.file === 'pages/challenge.htm');
    const detection = detect(challenge?.url ?? '', pageDocument('pages/challenge.htm'));
    expect(detection.evidence.join('; ')).toMatch(/challenge: “Just a moment/);
  });

  it('limits the text of a page', () => {
    const long = 'stone '.repeat(20_000);
    const document = documentOf(
      `<html><head><meta name="citation_title" content="${long.slice(0, 60_000)}">${'<meta name="citation_author" content="A">'.repeat(9000)}<meta name="citation_abstract" content="${long.slice(0, 70_000)}"></head><body></body></html>`,
    );
    const detection = detect('https://arxiv.org/abs/2106.00042', document);
    if (detection.kind !== 'paper') throw new Error('no paper');
    expect(detection.paper.title?.length).toBeLessThanOrEqual(1000);
    expect(detection.paper.abstract?.length).toBeLessThanOrEqual(20_000);
    expect(detection.paper.authors.length).toBeLessThanOrEqual(5000);
  });

  it('never throws on meta tags, and returns only ids that follow their grammar', () => {
    const names = fc.constantFrom(
      ...'citation_title citation_author citation_doi citation_arxiv_id citation_abstract dc.identifier dc.title prism.doi og:url og:title citation_date generator'.split(
        ' ',
      ),
    );
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('10.1000/a b', '2106.00042v0', 'doi:', 'arXiv:9999.99999', '10.1/x', '&#0;'),
      fc.stringMatching(/^(10\.\d{3,5}\/[\w<>();]{0,9}|\d{4}\.\d{3,6})$/),
    );
    const escaped = (text: string): string =>
      text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, values), { maxLength: 8 }),
        fc.option(fc.json(), { nil: '' }),
        fc.option(values, { nil: '' }),
        fc.constantFrom('https://example.org/x', ...addresses.slice(0, 60).map((row) => row.url)),
        (tags, json, id, url) => {
          const head = tags.map(
            ([name, value]) => `<meta name="${name}" content="${escaped(value)}">`,
          );
          const work = JSON.stringify({ '@type': 'ScholarlyArticle', name: id, identifier: id });
          const data = [json, work].map(
            (text) => `<script type="application/ld+json">${text.replace(/</g, ' ')}</script>`,
          );
          const body = `<div class="abstract">${'stones '.repeat(20)}</div><a href="https://doi.org/${escaped(id)}">Paper</a>`;
          const document = documentOf(
            `<html><head>${head.join('')}${data.join('')}</head><body>${body}</body></html>`,
          );
          const detection = detectAnywhere(url, document);
          expectIdsOnly(detection);
        },
      ),
      { numRuns: 300 },
    );
  });
});
