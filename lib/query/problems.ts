/** The English sentences for what is wrong with a query. */
import type { QueryProblem } from './parsed-query.ts';

/** One sentence the user can act on. */
export function problemSentence({ code, text }: QueryProblem): string {
  switch (code) {
    case 'bad-date':
      return `“${text}” is not a date Kindred can read, so it is left out. Write after:2025, after:2025-03 or after:2025-03-14.`;
    case 'bad-number':
      return `“${text}” is not a number of upvotes, so it is left out. Write upvotes:>20.`;
    case 'bad-source':
      return `“${text}” is not a source, so it is left out. Write source:daily-papers, source:arxiv, source:file or source:starter.`;
    case 'only-without':
      return 'This query only excludes words. Add a word that must appear.';
    case 'only-common-words':
      return `“${text}” contains only words that nearly every paper has. Add a more specific word, or put a phrase in quotation marks.`;
    case 'empty':
      return 'Enter at least one word.';
    case 'contradiction':
      return `“${text}” contradicts itself: no paper can match.`;
    case 'never-new':
      return `“${text}” excludes every new paper: this topic could never find anything.`;
    case 'phrase-not-found':
      return `No paper contains the phrase “${text}”. These contain its words.`;
    case 'few-have-all':
      return 'Few papers contain all of these words. Papers without one of them follow.';
    case 'not-all-words':
      return 'No paper contains all of these words. These contain most of them.';
  }
}
