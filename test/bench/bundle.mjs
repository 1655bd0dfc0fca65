// Bundles what lies in `built/` as the program is bundled, into the file that is named. Its map, which only the profile reads, lies beside it.
import { build } from 'esbuild';
import { SETTINGS } from '../../cli/settings.mjs';

const [outfile] = process.argv.slice(2);
await build({ ...SETTINGS, entryPoints: ['test/bench/built/main.ts'], outfile, sourcemap: 'external' });
