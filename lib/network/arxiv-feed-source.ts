/** arXiv's daily feeds. */
import type { ArxivFeedSource } from '../digest/feeds/feed-reader.ts';
import { requestIfChanged } from './request.ts';

const feedAddress = 'https://rss.arxiv.org/rss/';

export function arxivFeedSource(ports: {
  hasAccess(): Promise<boolean>;
  fetch?: typeof fetch;
}): ArxivFeedSource {
  const mediaTypes = ['application/rss+xml', 'application/xml', 'text/xml'];
  return {
    feed: (category, known) =>
      requestIfChanged(feedAddress + encodeURIComponent(category), { ...ports, mediaTypes }, known),
  };
}
