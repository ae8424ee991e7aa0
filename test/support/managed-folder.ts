import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of managed policy as an administrator lays it down: everybody reads it, nobody else writes it. */
export const managedFolder = async (files: Readonly<Record<string, unknown>> = {}) => {
  const path = await mkdtemp(join(tmpdir(), 'tunniste-managed-'));
  await chmod(path, 0o755);
  const put = async (name: string, content: unknown): Promise<string> => {
    const file = join(path, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    await chmod(file, 0o644);
    return file;
  };
  for (const [name, content] of Object.entries(files)) await put(name, content);
  return { path, put, remove: () => rm(path, { recursive: true, force: true }) };
};
