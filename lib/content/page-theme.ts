/** The theme of the page around Kindred's elements: its `data-theme`, else its background color. */

export type Theme = 'light' | 'dark';

/**
 * Returns the relative luminance of an `rgb()` or `rgba()` color, from 0 to 1, or null when it is
 * transparent: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
function luminance(color: string): number | null {
  const parts = color.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = parts;
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  const linear = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** Backgrounds below this luminance are dark. */
const maxDarkLuminance = 0.2;

export function pageTheme(document: Document): Theme {
  const declared = document.documentElement.dataset.theme;
  if (declared === 'light' || declared === 'dark') return declared;
  for (const element of [document.body, document.documentElement]) {
    if (element === null) continue;
    const value = luminance(getComputedStyle(element).backgroundColor);
    if (value !== null) return value < maxDarkLuminance ? 'dark' : 'light';
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
}

/** Calls back when the page changes its theme, until aborted. */
export function watchTheme(
  document: Document,
  signal: AbortSignal,
  changed: (theme: Theme) => void,
): void {
  let last = pageTheme(document);
  const check = () => {
    const theme = pageTheme(document);
    if (theme === last) return;
    last = theme;
    changed(theme);
  };
  const observer = new MutationObserver(check);
  const filter = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(document.documentElement, filter);
  if (document.body) observer.observe(document.body, filter);
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', check, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
