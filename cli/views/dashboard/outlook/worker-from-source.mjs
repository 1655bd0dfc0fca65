// Starts the worker from TypeScript source; the built program runs outlook-worker.js.
// `--import tsx` does not reach into worker threads under every supported Node.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
