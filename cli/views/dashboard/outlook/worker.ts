/** The file that the outlook's worker thread runs. */
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './work.ts';
import type { Errand } from './work.ts';

/** Where a thread has a priority of its own, keys go before runs; elsewhere this would slow the screen too. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(0, 5);
  } catch {
    // Not allowed here; it only helps.
  }
}

giveWay();
if (parentPort) serve(parentPort, workerData as Errand);
