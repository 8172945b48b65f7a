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

/** Most categories a user follows: each is a request a day. */
export const MAX_CATEGORIES = 20;
/** How long papers that only arXiv told of may be kept, in months. */
export const retentionMonths = [1, 3, 6, 12] as const;

/**
 * A category as arXiv writes it (`cs.CL`, `cond-mat.mes-hall`, `hep-th`), from text that may differ
 * in case and space; null for anything else.
 */
export function arxivCategory(text: string): string | null {
  const [archive = '', subject, ...more] = text.trim().split('.');
  const known = archives.find((name) => name === archive.toLowerCase());
  if (known === undefined || more.length > 0) return null;
  if (subject === undefined) return known;
  if (/^[a-z]{2}$/i.test(subject)) return `${known}.${subject.toUpperCase()}`;
  return /^[a-z]{2,}(?:-[a-z]{2,})?$/i.test(subject) ? `${known}.${subject.toLowerCase()}` : null;
}
