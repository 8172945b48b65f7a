import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './source-files.ts';

/** Words and phrases that the glossary retires, whole, in text and in the parts of identifiers. */
const retired: RegExp[] = [
  /\b(?:anew|afresh|userData|upkeep|surroundings|stand-?in|copier|telling|told|sought)\b/i,
  /\b(?:the|a|every|no|each|one|any|another) readers?(?:'s|’s)?\b(?!'?s? pages?| list| row| map| view| of )/i,
  /\breaders['’]?\b/i,
  /\bcomputers?\b(?! (?:science|vision))/i,
  /\bof its own accord\b/i,
  /\b(?:taken|takes?|taking|took) (?:it |them )?back\b|\bthe way back\b/i,
  /\b(?:is|are|was|were|be|been) (?:asked for|said|told)\b/i,
  /\bfor good\b/i,
  /\bso (?:many|long)\b/i,
  /\balone\b/i,
  /\bstands?\b/i,
  /\bwish(?:es|ed)?\b/i,
  /\bnotices\b/i,
  /\b(?:colours?|behaviours?|normalis\w+|recognis\w+|centres?|centred|neighbours?|licences?|grey)\b/i,
];

/** Retired words that a file needs, each with the reason. */
const allowed: { file: RegExp; words: RegExp; reason: string }[] = [
  {
    file: /^(?:lib\/(?:jobs\/)?sync|tests\/unit\/(?:sync|jobs|background))\//,
    words: /^(?:told|computer)$/,
    reason: 'stored fields of synced data',
  },
  {
    file: /^(?:lib\/user-data\/user-data|tests\/unit\/jobs\/daily-notification\.test)\.ts$/,
    words: /^notices$/,
    reason: 'a stored kind of user data',
  },
  {
    file: /^(?:lib\/storage\/user-data-key|tests\/unit\/storage\/user-data-store\.test)\.ts$/,
    words: /^userData$/,
    reason: 'stored keys',
  },
  { file: /^docs\/glossary\.md$/, words: /./, reason: 'lists them' },
  { file: /^tests\/project\/words\.test\.ts$/, words: /./, reason: 'tests for them' },
  {
    file: /^docs\/notifications-and-sync\.md$/,
    words: /^told$/,
    reason: 'a name of stored items',
  },
  { file: /^tests\/stored-state\/names\.ts$/, words: /^told$/, reason: 'a name of stored items' },
  {
    file: /^tests\/screens\/accessibility-tree\.ts$/,
    words: /^Readers$/,
    reason: 'a function of axe: screen readers',
  },
  { file: /^lib\/answers\/sync\/sync-status\.ts$/, words: /^computer$/, reason: 'a stored field' },
];

/** Identifiers as words: `tellNews` is `tell news`. */
const split = (text: string): string =>
  text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');

/** Code without quoted strings, whose content is stored, sent or checked elsewhere. */
const withoutStrings = (code: string): string =>
  code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

/** What of a file people read: everything, without the strings of code but with test names. */
function readableLines(file: string): string[] {
  const text = readProjectFile(file);
  if (!/\.(?:ts|tsx|mjs)$/.test(file)) return text.split('\n');
  return text.split('\n').map((line) => {
    const isTestName = /^\s*(?:it|describe|test)(?:\.|\()/.test(line);
    const isComment = /^\s*(?:\/?\*|\/\/)/.test(line);
    return isTestName || isComment ? line : withoutStrings(line);
  });
}

function retiredIn(file: string): string[] {
  return readableLines(file).flatMap((line, at) => {
    const words = split(line);
    return retired.flatMap((pattern) => {
      const found = pattern.exec(words)?.[0];
      if (found === undefined) return [];
      const isAllowed = allowed.some((one) => one.file.test(file) && one.words.test(found));
      return isAllowed ? [] : [`${file}:${at + 1}: ${found}: ${line.trim().slice(0, 100)}`];
    });
  });
}

const read = projectFiles().filter(
  (file) =>
    /\.(?:ts|tsx|mjs|md|css)$|^assets\/locales\/en\.yml$/.test(file) &&
    !/^tests\/(?:fixtures|screens\/trees)\//.test(file) &&
    !/^tests\/fake-services\/topics\.ts$/.test(file),
);

describe('retired words', () => {
  it('are found, whole and inside identifiers', () => {
    const found = (text: string) => retired.some((pattern) => pattern.test(split(text)));
    expect(found('// built afresh')).toBe(true);
    expect(found('const toldAnywhere = 1;')).toBe(true);
    expect(found('what the reader wrote')).toBe(true);
    expect(found('the reader page')).toBe(false);
    expect(found('a color, an understanding')).toBe(false);
  });

  it.each(['lib', 'components', 'entrypoints', 'tests', 'docs', 'assets'])(
    'are not used in %s',
    (folder) => {
      expect(read.filter((file) => file.startsWith(`${folder}/`)).flatMap(retiredIn)).toEqual([]);
    },
  );

  it('are not used at the top', () => {
    expect(read.filter((file) => !file.includes('/')).flatMap(retiredIn)).toEqual([]);
  });
});

describe('exported names', () => {
  it('have one meaning each', () => {
    const places = new Map<string, string[]>();
    for (const file of projectFiles().filter((name) =>
      /^(?:lib|components)\/.*\.tsx?$/.test(name),
    )) {
      const declarations = readProjectFile(file).matchAll(
        /^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm,
      );
      for (const [, name = ''] of declarations) {
        places.set(name, [...(places.get(name) ?? []), file]);
      }
    }
    const twice = [...places].filter(([, files]) => files.length > 1);
    expect(twice.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
  });
});
