import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './source-files.ts';

/** Attributes whose value a user sees or hears. */
const spoken =
  /\s(?:title|placeholder|alt|label|aria-label|aria-description)="([^"]*[A-Za-z]{2}[^"]*)"/g;
/** Text between tags: letters that no braces hold. */
const between = /(?<!=)>\s*([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)\s*<\/?[A-Za-z]/g;

/** Returns words for the user that are in the code instead of the messages. */
function bareStrings(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [spoken, between].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => (match[1] ?? '').trim()),
  );
}

describe('words on the screen', () => {
  it('are found when they are in the code', () => {
    expect(bareStrings('<p class="a">Hello there</p>')).toEqual(['Hello there']);
    expect(bareStrings('<input placeholder="Find papers" />')).toEqual(['Find papers']);
    expect(bareStrings("<p>{i18n.t('hello')}</p>")).toEqual([]);
    expect(bareStrings('(make: () => Promise<string>) => <b>{name}</b>')).toEqual([]);
    expect(bareStrings('<div class="row"><b>{name}</b></div>')).toEqual([]);
  });

  it('all come from the messages', () => {
    const views = projectFiles().filter((file) => /^(components|entrypoints)\/.*\.tsx$/.test(file));
    const found = views.flatMap((file) =>
      bareStrings(readProjectFile(file)).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

it('never become markup: no text is handed to a browser as HTML', () => {
  const asMarkup =
    /\b(?:innerHTML|outerHTML)\s*=|\binsertAdjacentHTML\(|\bdocument\.write|\bdangerouslySetInnerHTML|\bsetHTMLUnsafe\(|\bcreateContextualFragment\(/;
  expect(asMarkup.test('element.innerHTML = title;')).toBe(true);
  const code = projectFiles().filter((file) => /^(?:components|entrypoints|lib)\//.test(file));
  expect(code.filter((file) => asMarkup.test(readProjectFile(file)))).toEqual([]);
});
