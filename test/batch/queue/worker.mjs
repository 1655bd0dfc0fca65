// A worker as a process of its own, which gives up the pieces of a dead one soon. Words: address, version, what its threads run (or nothing).
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { readAddress } = await import('../../../engine/batch/queue/address.ts');
const { openLink } = await import('../../../engine/batch/queue/link.ts');
const { workOn } = await import('../../../engine/batch/queue/work.ts');
const [url, version, file] = process.argv.slice(2);
const told = (words) => process.stdout.write(`${words}\n`);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
try {
  const link = await openLink(readAddress(url), told);
  await workOn({ link, version, threads: 1, told, signal: stop.signal, lock: 1500, ...(file ? { file: pathToFileURL(file) } : {}) });
} catch (error) {
  told(`ended: ${error.message}`);
  process.exitCode = 1;
}
