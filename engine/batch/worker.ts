/** The file that a worker thread runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { serve, type Errand } from './serve.ts';

if (parentPort) serve(parentPort, workerData as Errand);
