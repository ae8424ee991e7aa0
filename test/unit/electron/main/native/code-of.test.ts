import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../../electron/main/native/code-of.mjs';
import { at } from '../../../../support/run.mjs';

const moduleFor = (system: string): Buffer => readFileSync(at(`node_modules/keytar/prebuilds/${system}/keytar.node`));

/** Of a Mach-O file (<mach-o/loader.h>): how many commands it has, how long they are, and where they begin. */
const [count, length, first] = [16, 20, 32];

const commandsOf = (file: Buffer): { kind: number; at: number }[] => {
  const found = [];
  for (let at: number = first; found.length < file.readUInt32LE(count); at += file.readUInt32LE(at + 4))
    found.push({ kind: file.readUInt32LE(at), at });
  return found;
};

/** What signing does to such a file: a command where it has none, its end made round, the signature there, the last segment longer. */
const signed = (file: Buffer, signature: Buffer): Buffer => {
  const commands = commandsOf(file);
  const own = commands.find(({ kind }) => kind === 0x1d);
  const before = own ? file.subarray(0, file.readUInt32LE(own.at + 8)) : file;
  const round = Buffer.concat([before, Buffer.alloc(-before.length & 15)]);
  const made = Buffer.concat([round, signature]);
  const command = own?.at ?? first + file.readUInt32LE(length);
  for (const [word, value] of [0x1d, 16, round.length, signature.length].entries()) {
    made.writeUInt32LE(value, command + 4 * word);
  }
  if (!own) {
    made.writeUInt32LE(commands.length + 1, count);
    made.writeUInt32LE(file.readUInt32LE(length) + 16, length);
  }
  const last = commands.filter(({ kind }) => kind === 0x19).at(-1)?.at ?? 0;
  const size = BigInt(made.length) - made.readBigUInt64LE(last + 40);
  made.writeBigUInt64LE(size, last + 48);
  made.writeBigUInt64LE((size + 0x3fffn) & ~0x3fffn, last + 32);
  return made;
};

describe.each(['darwin-x64', 'darwin-arm64'])('a module for %s', (system) => {
  const built = moduleFor(system);
  const delivered = signed(built, Buffer.alloc(9000, 'a developer’s signature'));

  test('is the same code when it is signed, and signed again', () => {
    expect(delivered.equals(built)).toBe(false);
    expect(codeOf(delivered).equals(codeOf(built))).toBe(true);
    expect(codeOf(signed(delivered, Buffer.alloc(700, 'another'))).equals(codeOf(built))).toBe(true);
  });

  test('is other code with any byte flipped that is not the signature’s', () => {
    const end = codeOf(built).length;
    const segments = commandsOf(delivered).filter(({ kind }) => kind === 0x19);
    const grows = segments.at(-1)?.at ?? 0;
    const positions = [0, 4, 12, count, length, first, grows + 24, grows + 40, grows + 60, end >> 1, end - 1];
    for (const position of [...positions, ...Array.from({ length: 50 }, (_, each) => 4096 + each * 500)]) {
      const other = Buffer.from(delivered);
      other.writeUInt8(other.readUInt8(position) ^ 1, position);
      expect(codeOf(other).equals(codeOf(built)), String(position)).toBe(false);
    }
  });

  test('is other code with something behind the signature, or a library more', () => {
    expect(codeOf(Buffer.concat([delivered, Buffer.of(1)])).equals(codeOf(built))).toBe(false);
    const more = Buffer.from(delivered);
    const signature = commandsOf(more).find(({ kind }) => kind === 0x1d)?.at ?? 0;
    more.writeUInt32LE(0x0c, signature); // LC_LOAD_DYLIB
    expect(codeOf(more).equals(codeOf(built))).toBe(false);
  });

  test('cut anywhere is looked at without a fault', () => {
    for (const end of [0, 3, 16, 31, 40, 700]) expect(codeOf(delivered.subarray(0, end)).length).toBeLessThan(701);
  });
});

test.each(['linux-x64', 'win32-x64'])('a module for %s is all of it', (system) => {
  expect(codeOf(moduleFor(system)).equals(moduleFor(system))).toBe(true);
});
