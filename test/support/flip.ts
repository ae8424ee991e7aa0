import { open } from 'node:fs/promises';

/** Flips the lowest bit of one byte; done twice it is as it was. */
export const flip = async (path: string, position: number): Promise<void> => {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, position);
  byte.writeUInt8(byte.readUInt8(0) ^ 1);
  await file.write(byte, 0, 1, position);
  await file.close();
};
