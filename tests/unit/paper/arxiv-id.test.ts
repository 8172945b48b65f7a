import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../../lib/paper/arxiv-id.ts';

describe('parseArxivId', () => {
  it.each([
    ['2106.09685', '2106.09685'],
    [' 2106.09685v3 ', '2106.09685'],
    ['0704.0001', '0704.0001'],
    ['1412.6980', '1412.6980'],
    ['1501.00001', '1501.00001'],
    ['arXiv:2106.09685v1 [cs.CL]', '2106.09685'],
    ['arxiv: 2106.09685.', '2106.09685'],
    ['oai:arXiv.org:2106.09685v1', '2106.09685'],
    ['math/0309136', 'math/0309136'],
    ['math.GT/0309136v2', 'math/0309136'],
    ['Math.GT/0309136', 'math/0309136'],
    ['arXiv:hep-th/9901001', 'hep-th/9901001'],
    ['cond-mat.mtrl-sci/0309136', 'cond-mat/0309136'],
    ['physics.acc-ph/0309136', 'physics/0309136'],
    ['physics.data-an/0309136', 'physics/0309136'],
    ['10.48550/arXiv.2106.09685', '2106.09685'],
    ['doi:10.48550/ARXIV.MATH/0309136', 'math/0309136'],
    ['https://doi.org/10.48550/arXiv.2106.09685', '2106.09685'],
    ['https://arxiv.org/abs/2106.09685', '2106.09685'],
    ['arxiv.org/pdf/2106.09685v2.pdf', '2106.09685'],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://export.arxiv.org/abs/math.GT/0309136v1', 'math/0309136'],
    ['https://arxiv.org/abs/math%2F0309136', 'math/0309136'],
    ['https://arxiv.org/html/2501.11120v1/#S1', '2501.11120'],
    ['https://arxiv.org/abs?id=2106.09685', '2106.09685'],
    ['https://arxiv.org/ftp/arxiv/papers/0704/0704.0001.pdf', '0704.0001'],
    ['https://arxiv.org/ftp/cs/papers/0309/0309136.pdf', 'cs/0309136'],
    ['https://huggingface.co/papers/2106.09685', '2106.09685'],
    ['hf.co/papers/2106.09685', '2106.09685'],
  ])('reads %s', (text, id) => expect(parseArxivId(text)).toBe(id));

  it.each([
    '',
    'attention is all you need',
    '2113.00001',
    '2100.00001',
    '0703.0001',
    '1412.69801',
    '1501.0001',
    '2106.00000',
    '2106.096855',
    '2106.09685v0',
    '12106.09685',
    'foo/0309136',
    'math/0313136',
    'math/0709136',
    'math/0309000',
    'https://arxiv.org/abs/',
    'https://arxiv.org/list/cs.CL/2106',
    'https://arxiv.org.evil.example/abs/2106.09685',
    'https://notarxiv.org/abs/2106.09685',
    'https://example.org/?u=https://arxiv.org/abs/2106.09685',
    'https://huggingface.co/papers/index?arxivId=2106.09685',
    'javascript:2106.09685',
    '10.1000/2106.09685',
  ])('refuses %s', (text) => expect(parseArxivId(text)).toBeNull());

  it('never throws; a result parses as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^\d{4}\.\d{4,5}$/)),
        (text) => {
          const id = parseArxivId(text);
          if (id !== null) expect(parseArxivId(id)).toBe(id);
        },
      ),
    );
  });
});
