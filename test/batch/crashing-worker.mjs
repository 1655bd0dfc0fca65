// A worker that dies when it is asked for a certain chunk: every time, or only until the file `mark` is there. The test says which in its environment.
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { serve } = await import('../../engine/batch/serve.ts');
const { chunk: fatal, how, mark } = JSON.parse(process.env.CRASHING_WORKER);
parentPort.on('message', (chunk) => {
  if (chunk.index !== fatal || (mark !== undefined && existsSync(mark))) return;
  if (mark !== undefined) writeFileSync(mark, '');
  if (how === 'exit') process.exit(7);
  throw new Error('out of luck');
});
serve(parentPort, workerData);
