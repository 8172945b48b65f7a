export type PanelStart = 'open' | 'closed' | 'hidden';

export interface Settings {
  /** How the panel starts, by page kind (`site:view`), where the user chose. */
  panel: Record<string, PanelStart>;
  /** Whether a paper counts as read once its page was visible for five seconds. */
  readByViewing: boolean;
  /** `auto` or absent: panels follow the page, Kindred's own pages follow the system. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Whether the reader page has single-letter shortcuts; absent: it has. */
  letterKeys?: boolean | undefined;
  /** Whether listing labels on Hugging Face show the matching topics. */
  topicsOnHuggingFace?: boolean | undefined;
  /** The user's arXiv categories, and the months to keep their papers for. */
  arxiv?: { categories: string[]; months: number } | undefined;
}
