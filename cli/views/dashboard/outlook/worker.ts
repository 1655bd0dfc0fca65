/** The file that the outlook's worker thread runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './work.ts';
import type { Errand } from './work.ts';

if (parentPort) serve(parentPort, workerData as Errand);
