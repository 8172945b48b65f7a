import { fontsConfig, missingFonts } from './fonts.ts';

/**
 * This process's environment, in UTC and English whatever the machine's are, and with the tests' own
 * fonts where they are installed.
 */
export function deterministicEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(own),
    ...(missingFonts().length === 0 ? { FONTCONFIG_FILE: fontsConfig } : {}),
    TZ: 'UTC',
    LANGUAGE: 'en',
    LC_ALL: 'C.UTF-8',
  };
}
