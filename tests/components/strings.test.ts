/**
 * Every word a user sees comes from the messages, and every message is used.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).map(String).sort();
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

interface Node {
  type: string;
  value?: unknown;
  name?: { name?: string };
  [key: string]: unknown;
}

const spoken =
  /^(aria-(label|description|roledescription|valuetext)|alt|label|placeholder|title|words|[a-z]+Words)$/;
const saysSomething = (value: unknown): boolean =>
  typeof value === 'string' && /\p{L}{2}/u.test(value);

/** Strings in a view's text or announced attributes; those inside calls are keys. */
function bareStrings(node: unknown, shown = false): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => bareStrings(each, shown));
  if (typeof node !== 'object' || node === null) return [];
  const { type, ...parts } = node as Node;
  if (type === 'JSXText') return saysSomething(parts.value) ? [String(parts.value).trim()] : [];
  if (type === 'Literal') return shown && saysSomething(parts.value) ? [String(parts.value)] : [];
  if (type === 'TemplateElement') {
    const { raw } = parts.value as { raw: string };
    return shown && saysSomething(raw) ? [raw] : [];
  }
  if (type === 'JSXAttribute')
    return bareStrings(parts.value, spoken.test(String(parts.name?.name)));
  if (type === 'JSXElement' || type === 'JSXFragment')
    return [...bareStrings(parts.openingElement), ...bareStrings(parts.children, true)];
  const hides = ['CallExpression', 'BinaryExpression', 'MemberExpression', 'Property'];
  const inside = shown && !hides.includes(type);
  if (type === 'ConditionalExpression')
    return [
      ...bareStrings(parts.test),
      ...bareStrings([parts.consequent, parts.alternate], inside),
    ];
  return Object.values(parts).flatMap((part) => bareStrings(part, inside));
}

const bareIn = (name: string, code: string) => bareStrings(parseSync(name, code).program.body);

describe('bare strings', () => {
  it.each([
    ['<p>Hello there</p>', ['Hello there']],
    ['<p title="Hello">{x}</p>', ['Hello']],
    ['<p aria-label={a ? "Yes it is" : b}>·</p>', ['Yes it is']],
    ['<p>{busy && `Wait`}</p>', ['Wait']],
    ['<p class="soft">{i18n.t("a.b", [x === "read" ? y : z])}</p>', []],
  ])('are found in %s', (view, found) => {
    expect(bareIn('a.tsx', `const a = ${view};`)).toEqual(found);
  });

  it.each(filesOf('{components,entrypoints}/**/*.tsx'))('are not in %s', (file) => {
    expect(bareIn(file, textOf(file))).toEqual([]);
  });
});

it('has no message that nothing says', async () => {
  const code = filesOf('{components,entrypoints,lib}/**/*.{ts,tsx}').map(textOf).join('\n');
  const config = textOf('wxt.config.ts');
  const messages = await parseMessagesFile(join(root, 'assets/locales/en.yml'));
  const built = [...code.matchAll(/`([a-z][A-Za-z]*\.)\$\{/g)].map(([, start]) => start ?? '');
  const unused = messages
    .map(({ key }) => key.join('.'))
    .filter(
      (key) =>
        !key.startsWith('@@') && !code.includes(`'${key}'`) && !config.includes(`__MSG_${key}__`),
    )
    .filter((key) => !built.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});
