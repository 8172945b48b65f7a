/** This process's environment, in UTC and English whatever the machine's are. */
export function deterministicEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), TZ: 'UTC', LANGUAGE: 'en', LC_ALL: 'C.UTF-8' };
}
