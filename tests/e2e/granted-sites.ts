import type { BuildCopy } from '../browsers/build-copy.ts';

/** Sites granted permanently, as at install: tests cannot answer the browser's permission prompt. */
export function withSites(...hosts: string[]) {
  return {
    prepare: (build: BuildCopy) =>
      build.changeManifest((manifest) => {
        const given = manifest.host_permissions as string[];
        manifest.host_permissions = [...given, ...hosts.map((host) => `https://${host}/*`)];
      }),
  };
}
