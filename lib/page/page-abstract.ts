/** Chooses the abstract among a page's texts. */
import { limits } from '../text/sanitize.ts';
import type { LinkedWork } from './json-ld.ts';
import { firstOf, type MetaTags } from './meta-tags.ts';
import { withoutLabel } from './page-body.ts';
import { tidyText } from './page-text.ts';

/** The abstract in a tag for it; arXiv has the whole abstract in `og:description`. */
export function abstractInTags(tags: MetaTags): string | null {
  const tag = tidyText(
    firstOf(
      tags,
      'citation_abstract',
      'dc.abstract',
      'dc.description.abstract',
      'eprints.abstract',
    ),
    limits.abstract,
  );
  if (tag !== null && tag.length > 40) return withoutLabel(tag);
  const arxiv =
    firstOf(tags, 'citation_arxiv_id') === null ? null : firstOf(tags, 'og:description');
  return tidyText(arxiv, limits.abstract);
}

/** The abstract of a page without such a tag: in JSON-LD, on the page, or a description that fits the title. */
export function abstractElsewhere(
  tags: MetaTags,
  title: string | null,
  shown: string | null,
  work: LinkedWork | undefined,
): string | null {
  if (work?.abstract) return withoutLabel(work.abstract);
  if (shown !== null) return shown;
  for (const text of [firstOf(tags, 'dc.description'), work?.description, ...descriptions(tags)]) {
    const found = tidyText(text, limits.abstract);
    if (found !== null && found.length >= 200 && isAbout(found, title)) return withoutLabel(found);
  }
  return null;
}

/** Whether a description is an abstract: complete, not a citation, and with words of the title. */
function isAbout(text: string, title: string | null): boolean {
  if (/(?:\.\.\.|…)$|\bProceedings of\b|^\(\d{4}\)/.test(text)) return false;
  const starts = (words: string): string[] =>
    (words.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6));
  const inTitle = new Set(starts(title ?? ''));
  const inText = new Set(starts(text));
  const shared = [...inTitle].filter((word) => inText.has(word)).length;
  return shared >= Math.min(2, inTitle.size);
}

function descriptions(tags: MetaTags): (string | null)[] {
  return firstOf(tags, 'citation_title', 'dc.title') === null
    ? []
    : [firstOf(tags, 'og:description'), firstOf(tags, 'description')];
}
