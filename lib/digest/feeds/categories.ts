/** arXiv's archives and their subject classes (arXiv's category taxonomy). */

const archives = [
  'astro-ph',
  'cond-mat',
  'cs',
  'econ',
  'eess',
  'gr-qc',
  'hep-ex',
  'hep-lat',
  'hep-ph',
  'hep-th',
  'math',
  'math-ph',
  'nlin',
  'nucl-ex',
  'nucl-th',
  'physics',
  'q-bio',
  'q-fin',
  'quant-ph',
  'stat',
];

/** The most categories that a user can add: each is a request a day. */
export const MAX_CATEGORIES = 20;
/** The user's choices for how long papers from arXiv only are kept, in months. */
export const retentionMonths = [1, 3, 6, 12] as const;

/**
 * Normalizes a category to arXiv's form (`cs.CL`, `cond-mat.mes-hall`, `hep-th`), whatever its case;
 * null for anything else.
 */
export function arxivCategory(text: string): string | null {
  const [archive = '', subject, ...more] = text.trim().split('.');
  const known = archives.find((name) => name === archive.toLowerCase());
  if (known === undefined || more.length > 0) return null;
  if (subject === undefined) return known;
  if (/^[a-z]{2}$/i.test(subject)) return `${known}.${subject.toUpperCase()}`;
  return /^[a-z]{2,}(?:-[a-z]{2,})?$/i.test(subject) ? `${known}.${subject.toLowerCase()}` : null;
}
