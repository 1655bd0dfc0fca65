/** Does one work and writes what it found as JSON. Never run as it stands: `../built.ts` bundles it first. */
import { WORKS, type Works } from './works.ts';

const [name, words] = process.argv.slice(2);
const work = WORKS[name as keyof Works] as (...words: readonly unknown[]) => unknown;
process.stdout.write(JSON.stringify(await work(...(JSON.parse(words) as readonly unknown[]))));
