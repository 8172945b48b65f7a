import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

const fixtures = join(import.meta.dirname, '../../fixtures');

export interface AddressRow {
  family: string;
  form: 'paper' | 'pdf' | 'listing' | 'look-alike';
  url: string;
  /** `arxiv:…`, `doi:…`, or `-` where the address names neither. */
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
