import { deflateRawSync } from 'node:zlib';

/** What a file of an archive says about itself in place of the truth. */
export interface Lies {
  /** The size before packing, as the archive's directory states it. */
  readonly size?: number;
  /** 8 for deflate, which is what is written. */
  readonly method?: number;
  /** 1 for a file with a password. */
  readonly flags?: number;
}

/** A file of an archive: its contents, or its contents with what its entry says in place of the truth. */
export type Packed = string | Uint8Array | { readonly contents: string | Uint8Array; readonly lies: Lies };

const FIELD = { short: 2, long: 4 };

function bytes(...fields: readonly (readonly [size: keyof typeof FIELD, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const buffer = Buffer.alloc(FIELD[size]);
      buffer.writeUIntLE(value, 0, FIELD[size]);
      return buffer;
    }),
  );
}

/** A ZIP archive of files by their names. */
export function zipOf(files: Readonly<Record<string, Packed>>, { isZip64 = false } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, packed] of Object.entries(files)) {
    const isPlain = typeof packed === 'string' || packed instanceof Uint8Array;
    const contents = Buffer.from(isPlain ? packed : packed.contents);
    const { size = contents.length, method = 8, flags = 0 } = isPlain ? {} : packed.lies;
    const data = deflateRawSync(contents);
    const path = Buffer.from(name);
    const large = 0xffffffff;
    const wide = Buffer.alloc(28);
    wide.writeUInt16LE(1, 0);
    wide.writeUInt16LE(24, 2);
    wide.writeBigUInt64LE(BigInt(size), 4);
    wide.writeBigUInt64LE(BigInt(data.length), 12);
    wide.writeBigUInt64LE(BigInt(offset), 20);
    const extra = isZip64 ? wide : Buffer.alloc(0);
    const head = bytes(['short', 20], ['short', flags], ['short', method], ['long', 0], ['long', 0]);
    const sizes = bytes(['long', isZip64 ? large : data.length], ['long', isZip64 ? large : size]);
    const names = bytes(['short', path.length], ['short', extra.length]);
    directory.push(
      Buffer.from('PK\x01\x02\x14\0', 'latin1'),
      head,
      sizes,
      names,
      bytes(['short', 0], ['short', 0], ['short', 0], ['long', 0], ['long', isZip64 ? large : offset]),
      path,
      extra,
    );
    const local = [
      Buffer.from('PK\x03\x04', 'latin1'),
      head,
      bytes(['long', data.length], ['long', size]),
      bytes(['short', path.length], ['short', 0]),
      path,
      data,
    ];
    locals.push(...local);
    offset += Buffer.concat(local).length;
  }
  const entries = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const ends = isZip64 ? [zip64End(offset, entries.length, count)] : [];
  const told = isZip64 ? [0xffff, 0xffffffff] : [count, entries.length];
  const [shown = 0, length = 0] = told;
  return Buffer.concat([
    ...locals,
    entries,
    ...ends,
    Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'),
    bytes(['short', shown], ['short', shown], ['long', length], ['long', isZip64 ? 0xffffffff : offset]),
    bytes(['short', 0]),
  ]);
}

/** The end of a directory with fields of eight bytes, and where the end is. */
function zip64End(offset: number, length: number, count: number): Buffer {
  const end = Buffer.alloc(56);
  end.write('PK\x06\x06', 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}
