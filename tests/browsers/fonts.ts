/** The fonts of browsers that take pictures: which files they need, and which packages have them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What FONTCONFIG_FILE names in the environment of such a browser. */
export const fontsConfig = join(import.meta.dirname, 'fonts.conf');

/** Debian packages with all files that {@link fontsConfig} accepts. */
export const fontPackages = ['fonts-dejavu-core', 'fonts-dejavu-extra', 'fonts-droid-fallback'];

/** Files that {@link fontsConfig} accepts and that are not installed. */
export function missingFonts(): string[] {
  const accepted = readFileSync(fontsConfig, 'utf8').split('<acceptfont>')[1] ?? '';
  const files = [...accepted.matchAll(/<glob>(.+?)<\/glob>/g)].map(([, file = '']) => file);
  return files.filter((file) => !existsSync(file));
}
