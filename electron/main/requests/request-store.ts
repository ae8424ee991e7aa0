import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../shared/result.js';
import { attempt } from '../audit/disk-failure.js';
import { parseRequest, type KeptRequest } from './kept-request.js';

export interface StoreParts {
  /** Beside the journal, and as safe as that folder. */
  readonly folder: string;
  /** Makes a file that is whole or not there, durably, for the owner alone. */
  readonly place: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** One file a request. Each operation fails with `disk-low` or `requests-unavailable`. */
export interface RequestStore {
  /** A file that holds no request is counted and left alone. */
  load(): Promise<Result<{ readonly requests: readonly KeptRequest[]; readonly unreadable: number }>>;
  /** Durable when it answers ok. */
  save(request: KeptRequest): Promise<Result<void>>;
  remove(id: string): Promise<Result<void>>;
}

const ending = '.request.json';

const tried = <T>(work: () => Promise<T>): Promise<Result<T>> => attempt(work, 'requests-unavailable');

export const createRequestStore = ({ folder, place }: StoreParts): RequestStore => {
  const pathOf = (id: string): string => join(folder, id + ending);
  const prepare = (): Promise<unknown> => mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    load: () =>
      tried(async () => {
        await prepare();
        const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
        const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
        const read = texts.map(parseRequest);
        const requests = read.filter((request, index) => request !== null && request.id + ending === names[index]);
        return { requests: requests as KeptRequest[], unreadable: read.length - requests.length };
      }),
    save: (request) =>
      tried(async () => {
        await prepare();
        await place(pathOf(request.id), Buffer.from(`${JSON.stringify(request)}\n`));
      }),
    remove: (id) => tried(() => rm(pathOf(id), { force: true })),
  };
};
