export type PanelStart = 'open' | 'closed' | 'hidden';

export interface Settings {
  /** How the panel starts, by page kind (`site:view`), where the user chose. */
  panel: Record<string, PanelStart>;
  /** A paper whose page was visible for five seconds is read. */
  readByViewing: boolean;
  /** `auto` or absent: as the page beside which Kindred stands, on its own pages as the system. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Whether letters act as keys on the reader page; absent: they do. */
  letterKeys?: boolean | undefined;
  /** Hugging Face's listings show which lines the user's topics have. */
  topicsOnHuggingFace?: boolean | undefined;
  /** Categories of arXiv whose daily feed is read, and for how many months its papers are kept. */
  arxiv?: { categories: string[]; months: number } | undefined;
}
