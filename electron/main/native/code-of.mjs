// @ts-check
// In plain JavaScript because the build writes down by it what main then asks for.

/** Of a 64-bit Mach-O file, as all Macs have them: magic, load commands, and their kinds (Apple, <mach-o/loader.h>). */
const magic = 0xfeedfacf;
const headerBytes = 32;
const codeSignature = { kind: 0x1d, bytes: 16 };
const segment = 0x19;

/**
 * Of a native module what can be executed: all of it, but of a Mach-O file what a signature leaves as it was. A package for macOS is signed after
 * the archive with the hashes is sealed, and signing writes into each module; who signed it is the system's to check.
 * @param {Buffer} bytes
 * @returns {Buffer}
 */
export function codeOf(bytes) {
  const commands = commandsOf(bytes);
  if (!commands) return bytes;
  const code = Buffer.from(bytes);
  // The signature lies at the end of the last segment and makes it longer.
  for (const { kind, at } of commands) {
    if (kind !== segment || code.toString('latin1', at + 8, at + 18) !== '__LINKEDIT') continue;
    code.fill(0, at + 32, at + 40).fill(0, at + 48, at + 56);
  }
  return withoutZeros(code.subarray(0, unsign(code, commands)));
}

/** @typedef {{ kind: number, at: number, bytes: number }} Command */

/** @param {Buffer} file @returns {Command[] | null} if it is no Mach-O file, or a broken one */
function commandsOf(file) {
  if (file.length < headerBytes || file.readUInt32LE(0) !== magic) return null;
  /** @type {Command[]} */
  const commands = [];
  let at = headerBytes;
  for (let left = file.readUInt32LE(16); left > 0; left--) {
    if (at + 8 > file.length) return null;
    const command = { kind: file.readUInt32LE(at), at, bytes: file.readUInt32LE(at + 4) };
    if (command.bytes < 8 || at + command.bytes > file.length) return null;
    commands.push(command);
    at += command.bytes;
  }
  return commands;
}

/**
 * Takes out the command that names a signature, as if it had never been added; returns where the file ended before.
 * @param {Buffer} code
 * @param {readonly Command[]} commands
 */
function unsign(code, commands) {
  const last = commands.at(-1);
  if (last?.kind !== codeSignature.kind || last.bytes !== codeSignature.bytes) return code.length;
  const [start, length] = [code.readUInt32LE(last.at + 8), code.readUInt32LE(last.at + 12)];
  if (start + length !== code.length) return code.length;
  code.fill(0, last.at, last.at + last.bytes);
  code.writeUInt32LE(commands.length - 1, 16);
  code.writeUInt32LE(code.readUInt32LE(20) - last.bytes, 20);
  return start;
}

/** A signature begins at a round address. @param {Buffer} code */
function withoutZeros(code) {
  let end = code.length;
  while (end > 0 && code[end - 1] === 0) end--;
  return code.subarray(0, end);
}
