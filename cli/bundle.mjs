// Makes dist/: the command (bin.js), the library door (index.js), what worker threads run (worker.js, outlook-worker.js) and the pieces they share. `npm run build` runs it.
// Bundled, `winset --help` starts in a third of the time; pieces are split so that a command loads only what it needs.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SETTINGS } from './settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = new URL('../dist/', import.meta.url);
rmSync(dist, { recursive: true, force: true });

await build({
  ...SETTINGS,
  absWorkingDir: root,
  entryPoints: { bin: 'cli/bin.ts', index: 'engine/index.ts', ready: 'cli/ready.ts', worker: 'engine/batch/worker.ts', 'outlook-worker': 'cli/views/dashboard/outlook/worker.ts' },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'pieces/[name]-[hash]',
  plugins: [
    {
      // Ink asks for the developer tools only when DEV is set; they are not shipped.
      name: 'no-developer-tools',
      setup(bundle) {
        bundle.onResolve({ filter: /^react-devtools-core$/ }, (found) => ({ path: found.path, namespace: 'empty' }));
        bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};', loader: 'js' }));
      },
    },
  ],
  sourcemap: false,
});

chmodSync(new URL('bin.js', dist), 0o755);

// The shipped scenarios, read and checked once (`cli/ready.ts`). One with problems is left out: whoever opens it is told of them.
const { readScenario } = await import(new URL('index.js', dist));
const { madeReady } = await import(new URL('ready.js', dist));
const scenarios = fileURLToPath(new URL('../scenarios/', import.meta.url));
mkdirSync(new URL('ready/', dist));
for (const name of readdirSync(scenarios).filter((one) => one.endsWith('.yaml'))) {
  const read = readScenario(`${scenarios}${name}`);
  if (read.ok) writeFileSync(new URL(`ready/${name}.json`, dist), JSON.stringify(madeReady(scenarios, name, read)));
}
writeFileSync(new URL('ready/made', dist), '');
