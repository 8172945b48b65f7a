/** The index of pictures of real pages: what was recognized and shown on each, as Markdown. */
import type { Picture, Visit } from './visit-page.ts';

export interface Problem {
  url: string;
  message: string;
}

/** What the extension found beside what the manifest expects of the page. */
function verdict({ page, recognized }: Visit): string {
  const expected = page.expected.paper;
  const found = recognized === null ? 'no paper' : `paper “${recognized}”`;
  if (expected === (recognized !== null)) return found;
  return `**${found}, expected ${expected ? `“${page.expected.title ?? 'a paper'}”` : 'none'}**`;
}

function place({ panel, isOnScreen }: Picture): string {
  if (panel === null) return 'no panel';
  const [x, y, width, height] = [panel.x, panel.y, panel.width, panel.height].map(Math.round);
  return `panel ${width}×${height} at ${x}, ${y}${isOnScreen ? '' : ', below the screen'}`;
}

function section(visit: Visit, missing: string[]): string {
  const { page, related, said, pictures } = visit;
  const lines = [
    `## ${page.url}`,
    `- Capture: ${page.capture} (\`${page.file}\`)`,
    `- Recognized: ${verdict(visit)}`,
    `- Related papers: ${related.length}${said ? ` (“${said}”)` : ''}`,
    ...related.map((title, at) => `  ${at + 1}. ${title}`),
    ...missing.map((sheet) => `- Style sheet missing: ${sheet}`),
    '',
    ...pictures.map((picture) => {
      const where = picture.label === 'popup' ? '' : `: ${place(picture)}`;
      return `- ${picture.label}${where}\n\n  ![${picture.label}](${encodeURI(picture.file)})`;
    }),
  ];
  return lines.join('\n');
}

export function indexOf(
  visits: Visit[],
  problems: Problem[],
  missingSheets: (visit: Visit) => string[],
): string {
  return [
    '# Real pages with the extension',
    ...problems.map(({ url, message }) => `**Failed: ${url}**: ${message}`),
    ...visits.map((visit) => section(visit, missingSheets(visit))),
    '',
  ].join('\n\n');
}

/** One line for the terminal. */
export function lineOf(visit: Visit): string {
  const { page, related, said } = visit;
  const shown = related.length > 0 ? `${related.length} related` : said || 'nothing';
  return `${page.url}\n   ${verdict(visit)}: ${shown}`;
}
