import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Scan } from '../evidence/scan.js';
import { createScanner } from '../evidence/folder.js';

/** Scans of a journal's segments, asked for in their order, and a few ahead. */
export interface Scans {
  /** @throws the file system's error */
  scan(number: number): Promise<Scan>;
  end(): Promise<void>;
}

/** So many segments are not worth starting threads for. */
const few = 4;
const mostWorkers = 4;

type Answer = { readonly number: number } & ({ readonly scan: Scan } | { readonly error: Error });

/** The other threads' part: the same program, started with a folder. */
export const serveScans = (): void => {
  const scan = createScanner((workerData as { readonly folder: string }).folder);
  parentPort?.on('message', (number: number) => parentPort?.postMessage(answerTo(number, scan)));
};

const answerTo = (number: number, scan: (number: number) => Scan): Answer => {
  try {
    return { number, scan: scan(number) };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
};

export const isWorker = !isMainThread;

export const createScans = (folder: string, numbers: ReadonlySet<number>): Scans => {
  if (numbers.size <= few) {
    const scan = createScanner(folder);
    return { scan: async (number) => scan(number), end: async () => undefined };
  }
  const workers = Array.from(
    { length: Math.min(availableParallelism(), mostWorkers) },
    () =>
      new Worker(__filename, {
        workerData: { folder },
        resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 },
      }),
  );
  const started = new Map<number, Promise<Scan>>();
  const ahead = workers.length * 2;
  const start = (number: number): Promise<Scan> => {
    const known = started.get(number) ?? askOf(workers[number % workers.length], number);
    known.catch(() => undefined); // told when it is asked for
    started.set(number, known);
    return known;
  };
  return {
    scan: async (number) => {
      for (let each = number; each <= number + ahead; each += 1) if (numbers.has(each)) void start(each);
      const scan = await start(number);
      started.delete(number);
      return scan;
    },
    end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  };
};

const askOf = (worker: Worker | undefined, number: number): Promise<Scan> =>
  new Promise((resolve, reject) => {
    const hear = (answer: Answer): void => {
      if (answer.number !== number) return;
      worker?.off('message', hear);
      if ('scan' in answer) resolve(answer.scan);
      else reject(answer.error);
    };
    worker?.on('message', hear);
    worker?.once('error', reject);
    worker?.postMessage(number);
  });
