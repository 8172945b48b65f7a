/** Color, sizes of type and durations are named in one file, which every view's styles build on. */
import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './source-files.ts';

const tokens = 'assets/styles/tokens.css';
const names =
  'white|black|red|green|blue|gray|gray|silver|orange|yellow|purple|navy|teal|maroon|beige|ivory';

/** Declarations of a style sheet that name what only the tokens may. */
function rawValues(css: string): string[] {
  const rules = [
    /#[\da-f]{3,8}\b/i,
    /\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/i,
    new RegExp(`:.*(?<![\\w-])(?:${names})(?![\\w-])`, 's'),
    /^font(?:-size)?:.*\d(?:px|r?em|pt)/s,
    /^(?:transition|animation)[\w-]*:.*\d(?:ms|s)\b/s,
  ];
  const parts = css.replace(/\/\*[\s\S]*?\*\//g, '').split(/[;{}]/);
  const declared = parts.map((part) => part.trim()).filter((part) => /^[\w-]+:\s/.test(part));
  return declared.filter((part) => rules.some((rule) => rule.test(part)));
}

/** Colors in strings of code. */
const rawInCode = (code: string) =>
  [...code.matchAll(/(['"`])(#(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8}))\1/gi)].map(([, , raw]) => raw);

describe('the tokens', () => {
  it.each([
    ['a {\n  color: #14568c;\n}', true],
    ['a {\n  border: 1px solid rgb(0 0 0 / 10%);\n}', true],
    ['a {\n  background: white;\n}', true],
    ['a {\n  font-size: 12px;\n}', true],
    ['a {\n  font:\n    12px / 1.4 system-ui,\n    serif;\n}', true],
    ['a {\n  transition: opacity 120ms;\n}', true],
    ['a {\n  color: var(--k-ink);\n  white-space: nowrap;\n}', false],
    ['a {\n  color: CanvasText;\n}', false],
    ['/* #fff */\n#id:hover {\n  margin: 0;\n}', false],
  ])('are looked for in %j', (css, found) => expect(rawValues(css).length > 0).toBe(found));

  it('are the only place of colors, font sizes and durations', () => {
    const sheets = projectFiles().filter((file) => file.endsWith('.css') && file !== tokens);
    expect(sheets.length).toBeGreaterThan(5);
    const found = sheets.flatMap((file) =>
      rawValues(readProjectFile(file)).map((value) => `${file}: ${value}`),
    );
    expect(found).toEqual([]);
  });

  it('hold the colors that code must name', () => {
    const known = readProjectFile(tokens);
    const code = projectFiles().filter((file) =>
      /^(?:components|entrypoints|lib)\/.*\.tsx?$/.test(file),
    );
    const found = code.flatMap((file) =>
      rawInCode(readProjectFile(file)).map((raw) => [file, raw]),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, raw]) => !known.includes(String(raw)))).toEqual([]);
  });

  it('are all there in the dark, and where the user asks for contrast', () => {
    const css = readProjectFile(tokens);
    expect(css).toContain('@media (prefers-contrast: more)');
    expect(css).toContain('@media (forced-colors: active)');
    expect(css).toContain('@media (prefers-reduced-motion: reduce)');
  });

  it('are the only custom properties of their kind', () => {
    const named = new Set(readProjectFile(tokens).match(/--k-[\w-]+/g));
    const used = projectFiles()
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => readProjectFile(file).match(/--k-[\w-]+/g) ?? []);
    expect(used.filter((name) => !named.has(name))).toEqual([]);
  });
});

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the contrast of', () => {
  const css = readProjectFile(tokens);
  const block = (selector: string) => {
    const start = css.indexOf(`${selector} {`);
    const body = css.slice(start, css.indexOf('}', start));
    return Object.fromEntries(
      [...body.matchAll(/--k-([\w-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    ) as Record<string, string>;
  };
  describe.each([
    ['light', block('\n.kindred')],
    ['dark', block('\n.kindred[data-theme="dark"]')],
  ])('%s', (_, colors) => {
    const on = (name: string, ground: string) =>
      contrast(colors[name] as string, colors[ground] as string);
    it.each(['ink', 'ink-soft', 'link', 'fresh', 'danger'])('%s is enough for text', (name) => {
      expect(on(name, 'surface')).toBeGreaterThanOrEqual(4.5);
      expect(on(name, 'sunk')).toBeGreaterThanOrEqual(4.5);
    });
    it.each(['line-strong', 'focus'])('%s is enough for an edge', (name) => {
      expect(on(name, 'surface')).toBeGreaterThanOrEqual(3);
    });
    it('a mark leaves its words readable', () => expect(on('ink', 'mark')).toBeGreaterThan(4.5));
  });
});
