import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unzipped } from '../../commands/unzip.ts';

/** An archive with one file, deflated or stored. */
function archiveOf(path: string, text: string, method: 0 | 8): Buffer {
  const bytes = Buffer.from(text);
  const packed = method === 0 ? bytes : deflateRawSync(bytes);
  const name = Buffer.from(path);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(crc32(bytes), 14);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(bytes.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

it.each([0, 8] as const)('reads what was packed by method %i', (method) => {
  const text = 'Nothing is sent when you look at a paper. '.repeat(40);
  const files = unzipped(archiveOf('lib/a.ts', text, method));
  expect([...files].map(([path, bytes]) => [path, bytes.toString()])).toEqual([['lib/a.ts', text]]);
});

it('says when something is no archive', () => {
  expect(() => unzipped(Buffer.from('no archive at all'))).toThrow('no ZIP archive');
});
