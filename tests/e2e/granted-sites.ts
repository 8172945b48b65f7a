import type { BuildCopy } from '../browsers/build-copy.ts';

/** Sites given for good, as an install that has them: no browser's question can be answered here. */
export function withSites(...hosts: string[]) {
  return {
    prepare: (build: BuildCopy) =>
      build.changeManifest((manifest) => {
        const given = manifest.host_permissions as string[];
        manifest.host_permissions = [...given, ...hosts.map((host) => `https://${host}/*`)];
      }),
  };
}
