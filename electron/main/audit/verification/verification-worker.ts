import { parentPort, workerData } from 'node:worker_threads';
import { checkFolder, type Asked } from './check-folder.js';
import type { Told } from './beside.js';

/** The other thread's part: a program of its own. */
const tell = (told: Told): void => parentPort?.postMessage(told);

void checkFolder(workerData as Asked, (seq) => tell({ seq })).then((report) => tell({ report }));
