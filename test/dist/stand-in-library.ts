/** Where parts of the file lie, in bytes from its start, and from where it would be loaded to; and how long the table of exports itself is. */
const [header, section, page, table] = [0x58, 0x200, 0x1000, 40];

/**
 * A Windows library with nothing in it but the names of its functions (Microsoft, PE Format), for a compiler that looks whether they are there.
 * Nothing of it is ever run.
 */
export const standInLibrary = (name: string, functions: readonly string[]): Buffer => {
  const names = [...functions].sort();
  const [addresses, pointers, ordinals] = [table, table + 4 * names.length, table + 8 * names.length];
  const text = Buffer.from([`${name}.dll`, ...names, ''].join('\0'), 'latin1');
  const words = ordinals + 2 * names.length;
  const size = (words + text.length + 0x1ff) & ~0x1ff;
  const file = Buffer.alloc(section + size);
  const put = (at: number, value: number) => file.writeUInt32LE(value, at);
  file.write('MZ');
  put(0x3c, 0x40);
  file.write('PE', 0x40);
  // i386, one section, an optional header of 224 bytes, a library.
  file.writeUInt16LE(0x14c, 0x44);
  file.writeUInt16LE(1, 0x46);
  file.writeUInt16LE(224, 0x54);
  file.writeUInt16LE(0x2102, 0x56);
  file.writeUInt16LE(0x10b, header);
  for (const [at, value] of [
    [28, 0x10000000],
    [32, page],
    [36, section],
    [56, 2 * page],
    [60, section],
    [92, 16],
    [96, page],
    [100, size],
  ] as const)
    put(header + at, value);
  file.write('.edata', header + 224);
  for (const [at, value] of [
    [8, size],
    [12, page],
    [16, size],
    [20, section],
    [36, 0x40000040],
  ] as const)
    put(header + 224 + at, value);
  for (const [at, value] of [
    [12, page + words],
    [16, 1],
    [20, names.length],
    [24, names.length],
    [28, page + addresses],
    [32, page + pointers],
    [36, page + ordinals],
  ] as const)
    put(section + at, value);
  text.copy(file, section + words);
  let at = words + name.length + '.dll\0'.length;
  for (const [place, each] of names.entries()) {
    put(section + addresses + 4 * place, page);
    put(section + pointers + 4 * place, page + at);
    file.writeUInt16LE(place, section + ordinals + 2 * place);
    at += each.length + 1;
  }
  return file;
};
