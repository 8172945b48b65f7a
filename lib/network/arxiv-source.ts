/** arXiv's metadata API. */
import type { ArxivSource } from '../digest/source.ts';
import { requestText } from './request.ts';

const apiAddress = 'https://export.arxiv.org/api/query';

export function arxivSource(ports: {
  hasAccess(): Promise<boolean>;
  fetch?: typeof fetch;
}): ArxivSource {
  return {
    metadata(arxivIds) {
      const url = `${apiAddress}?id_list=${arxivIds.join(',')}&max_results=${arxivIds.length}`;
      const mediaTypes = ['application/atom+xml', 'application/xml', 'text/xml'];
      return requestText(url, { ...ports, mediaTypes });
    },
  };
}
