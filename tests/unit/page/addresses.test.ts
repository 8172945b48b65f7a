import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect, detectAnywhere } from '../../../lib/page/detect.ts';
import { rulesFor } from '../../../lib/page/page-rules.ts';
import type { Detection } from '../../../lib/paper/paper.ts';
import { addresses, expectIdsOnly } from './fixtures.ts';

const kinds = { paper: 'paper', pdf: 'paper', listing: 'listing', 'look-alike': 'none' };

function idOf(detection: Detection): string {
  if (detection.kind !== 'paper') return '-';
  const { arxivId, doi } = detection.paper;
  return arxivId !== null ? `arxiv:${arxivId}` : doi !== null ? `doi:${doi}` : '-';
}

describe('detect by address', () => {
  it.each(addresses)('$family, $form: $url', ({ form, url, id }) => {
    const detection = detect(url);
    expect([detection.kind, idOf(detection)]).toEqual([kinds[form], id]);
    if (detection.kind === 'paper') expect(detection.paper.view === 'pdf').toBe(form === 'pdf');
  });

  it('has a paper, a listing and a look-alike for every site that has them', () => {
    const forms = Map.groupBy(addresses, (row) => row.family);
    for (const [family, rows] of forms) {
      if (['Elsewhere', 'Google Scholar', 'Connected Papers'].includes(family)) continue;
      expect(
        rows.map((row) => row.form),
        family,
      ).toContain('paper');
      expect(
        rows.map((row) => row.form),
        family,
      ).toContain('look-alike');
    }
  });

  it('has the same verdicts with the small table on the hosts granted at install', () => {
    for (const { family, url } of addresses) {
      if (family === 'arXiv' || family === 'Hugging Face' || family === 'arXiv mirrors')
        expect(rulesFor(null).detect(url)).toEqual(detect(url));
    }
  });

  it('never throws, and returns only ids that follow their grammar', () => {
    const known = fc.constantFrom(...addresses.map((row) => row.url));
    const bent = fc
      .tuple(known, fc.nat(120), fc.string({ maxLength: 6 }), fc.nat(6))
      .map(([url, at, insert, drop]) => url.slice(0, at) + insert + url.slice(at + drop));
    const tail = fc.tuple(known, fc.webPath()).map(([url, path]) => url + path);
    const anyId = fc
      .tuple(
        fc.constantFrom('abs', 'pdf', 'html', 'format'),
        fc.stringMatching(/^[\w.%/v-]{0,20}$/),
      )
      .map(([route, id]) => `https://arxiv.org/${route}/${id}`);
    fc.assert(
      fc.property(fc.oneof(bent, tail, anyId, fc.webUrl(), fc.string()), (url) => {
        for (const detection of [detect(url), detectAnywhere(url)]) expectIdsOnly(detection);
      }),
      { numRuns: 3000 },
    );
  });

  it('detects no paper for a known path on an unknown host', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...addresses.filter((row) => row.form === 'paper').map((row) => row.url)),
        fc.constantFrom('.example.com', 'x.net', '-mirror.org'),
        (url, ending) => {
          const address = new URL(url);
          address.hostname += ending;
          expect(detect(address.href).kind).toBe('none');
        },
      ),
    );
  });
});
