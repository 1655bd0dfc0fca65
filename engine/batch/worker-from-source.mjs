// Starts a worker from TypeScript source, in tests and while working on the project; the built program runs worker.js.
// `--import tsx` does not reach into worker threads under every supported Node.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
