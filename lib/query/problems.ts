/** The English sentences for problems of a query. */
import type { QueryProblem } from './parsed-query.ts';

export function problemSentence({ code, text }: QueryProblem): string {
  switch (code) {
    case 'bad-date':
      return `“${text}” is not a date Kindred can read, so it is left out. Write after:2025, after:2025-03 or after:2025-03-14.`;
    case 'bad-number':
      return `“${text}” is not a number of upvotes, so it is left out. Write upvotes:>20.`;
    case 'bad-source':
      return `“${text}” names no source, so it is left out. Write source:daily-papers, source:arxiv, source:file or source:starter.`;
    case 'only-without':
      return 'This query only says what to leave out. Add a word that must be there.';
    case 'only-common-words':
      return `“${text}” has only words that nearly every paper has. Add a word that tells papers apart, or put a phrase in quotation marks.`;
    case 'empty':
      return 'Write at least one word.';
    case 'contradiction':
      return `“${text}” contradicts itself: no paper can match.`;
    case 'never-new':
      return `“${text}” leaves out every new paper: this topic could never have news.`;
    case 'phrase-not-found':
      return `No paper has the phrase “${text}”. These have its words.`;
    case 'few-have-all':
      return 'Few papers have all of these words. Papers that lack one follow.';
    case 'not-all-words':
      return 'No paper has all of these words. These have the most of them.';
  }
}
