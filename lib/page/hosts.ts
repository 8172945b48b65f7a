/** Match patterns Kindred is given at install, after the site table's first two families. */
export const installHosts = [
  '*://arxiv.org/*',
  '*://*.arxiv.org/*',
  'https://huggingface.co/*',
  'https://hf.co/*',
];
