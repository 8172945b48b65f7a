import { generate } from 'selfsigned';

/** Hosts that the fake services play. */
export const hosts = ['arxiv.org', '*.arxiv.org', 'export.arxiv.org', 'huggingface.co', 'hf.co'];

/** A self-signed certificate for {@link hosts}, made again for each server, valid for two days. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const day = 86_400_000;
  const pems = await generate([{ name: 'commonName', value: 'Kindred stand-in' }], {
    keyType: 'ec',
    curve: 'P-256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + day),
    extensions: [
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
      { name: 'basicConstraints', cA: false },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}
