import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import type { Detection } from '../../../lib/paper/paper.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

export interface AddressRow {
  family: string;
  form: 'paper' | 'pdf' | 'listing' | 'look-alike';
  url: string;
  /** `arxiv:…`, `doi:…`, or `-` when the address has neither. */
  id: string;
}

export const addresses: AddressRow[] = readFileSync(join(fixtures, 'addresses.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [family = '', form = '', url = '', id = ''] = line.split('\t');
    return { family, form: form as AddressRow['form'], url, id };
  });

export interface PageRow {
  file: string;
  url: string;
  family: string;
  kind: 'paper' | 'listing' | 'none';
  arxivId: string | null;
  doi: string | null;
  title: string | null;
  abstract: string | null;
}

export const pages: PageRow[] = readFileSync(join(fixtures, 'pages.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

export function documentOf(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

export function pageDocument(file: string): Document {
  return documentOf(readFileSync(join(fixtures, file), 'utf8'));
}

/**
 * Whether ids have the form that arXiv and the DOI handbook define, written here independently of the
 * grammars in `lib/paper` to test these, and whether the document could be read.
 */
export function expectIdsOnly(detection: Detection): void {
  expect(detection.evidence.join('; ')).not.toContain('unreadable document');
  if (detection.kind !== 'paper') return;
  const { arxivId, doi } = detection.paper;
  const arxiv = /^(?:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]{2,8}(?:-[a-z]{2,5})?\/\d{7})$/;
  if (arxivId !== null) expect(arxivId).toMatch(arxiv);
  if (doi !== null) expect(doi).toMatch(/^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Lu}]+$/u);
}

export interface RealPage {
  file: string;
  url?: string;
  kind: 'paper' | 'listing' | 'not-paper';
  expected: { paper: boolean; title?: string; doi?: string; arxivId?: string };
}

const realFolder = join(import.meta.dirname, '../../../../shared/pages');

/** The real pages handed to the project, or null where they are absent. */
export const realPages: RealPage[] | null = existsSync(join(realFolder, 'manifest.jsonl'))
  ? readFileSync(join(realFolder, 'manifest.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : null;

export const realPagePath = (file: string): string => join(realFolder, file);
