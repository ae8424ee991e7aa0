import { Worker } from 'node:worker_threads';
import type { Report } from '../../../evidence/report.js';
import type { Asked } from './check-folder.js';

/** What the other thread says. */
export type Told = { readonly seq: number } | { readonly report: Report };

/** Verifies a journal; null when it was cancelled. @throws whatever keeps it from that */
export type Check = (asked: Asked, onProgress: (seq: number) => void, signal: AbortSignal) => Promise<Report | null>;

/** Of the thread's own memory, in MB: a segment at a time is read outside of it. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/**
 * In a thread of its own: hashing a million entries takes seconds that a call under way does not have. Ending it is safe at any time, for it
 * writes nothing.
 */
export const checkBeside =
  (program: string): Check =>
  (asked, onProgress, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: asked, resourceLimits });
      const end = (): void => void worker.terminate();
      const hear = (told: Told): void => {
        if ('seq' in told) return onProgress(told.seq);
        resolve(told.report);
        end();
      };
      worker.on('message', hear);
      worker.once('error', reject);
      worker.once('exit', () => {
        signal.removeEventListener('abort', end);
        if (signal.aborted) resolve(null);
        else reject(new Error('the thread ended before its work'));
      });
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
