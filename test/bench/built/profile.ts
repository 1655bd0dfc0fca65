/** Where the kernel's time goes: V8's own sampling, told by phase, by file and by function. */
import { Session, type Profiler } from 'node:inspector';
import { kernelOf, type Play } from './kernel.ts';
import { aSecond, paceOf } from './pace.ts';
import { locator, type Locate } from './sources.ts';
import { checkedModel, SEED } from './walkers.ts';

/** Parts of the time that samples fell on, by falling share. */
export type Shares = readonly (readonly [what: string, share: number])[];

export interface Profile {
  /** Runs a second, without sampling and while samples are taken. */
  readonly pace: number;
  readonly sampled: number;
  readonly samples: number;
  /** With all that a phase calls. */
  readonly phases: Shares;
  /** Of their own, without what they call. */
  readonly files: Shares;
  readonly functions: Shares;
}

/** Microseconds between samples. */
const INTERVAL = 200;
const SECONDS = 6;

/** V8's own entries, in words. `(program)` is native code without a JavaScript frame. */
const SPECIAL: Readonly<Record<string, string>> = { '(garbage collector)': 'garbage collection', '(program)': 'native code', '(idle)': 'idle', '(root)': 'native code' };
const BUILT_IN = 'built into V8';
const PHASE_FILE = /^engine\/run\/phases\/([\w-]+)\.ts$/;

async function sample(play: Play): Promise<{ readonly profile: Profiler.Profile; readonly aSecond: number }> {
  const session = new Session();
  session.connect();
  const post = (act: (session: Session, done: (error: Error | null) => void) => void): Promise<void> => new Promise((resolve, reject) => { act(session, (error) => { if (error) reject(error); else resolve(); }); });
  await post((to, done) => { to.post('Profiler.enable', done); });
  await post((to, done) => { to.post('Profiler.setSamplingInterval', { interval: INTERVAL }, done); });
  await post((to, done) => { to.post('Profiler.start', done); });
  let runs = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) play(++runs);
  const seconds = (performance.now() - start) / 1000;
  const profile = await new Promise<Profiler.Profile>((resolve, reject) => { session.post('Profiler.stop', (error, found) => { if (error) reject(error); else resolve(found.profile); }); });
  session.disconnect();
  return { profile, aSecond: runs / seconds };
}

interface Told { readonly phase: string; readonly file: string; readonly name: string }

/** Each node of the call tree in words; it belongs to the phase of its nearest caller that is one. */
function tell(nodes: readonly Profiler.ProfileNode[], locate: Locate): ReadonlyMap<number, Told> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const told = new Map<number, Told>();
  const walk = ({ id, callFrame, children = [] }: Profiler.ProfileNode, phase: string): void => {
    const special = SPECIAL[callFrame.functionName];
    const place = locate(callFrame);
    const name = callFrame.functionName || 'nameless';
    const within = special ?? PHASE_FILE.exec(place?.file ?? '')?.[1] ?? phase;
    told.set(id, { phase: within, file: special ?? place?.file ?? BUILT_IN, name: special ?? (place === null ? `${name}  ${callFrame.url || BUILT_IN}` : `${name}  ${place.file}:${place.line}`) });
    for (const child of children) {
      const next = byId.get(child);
      if (next) walk(next, special === undefined ? within : phase);
    }
  };
  walk(nodes[0], 'outside the phases');
  return told;
}

function shares(time: ReadonlyMap<number, number>, told: ReadonlyMap<number, Told>, of: keyof Told): Shares {
  const sums = new Map<string, number>();
  let all = 0;
  for (const [id, spent] of time) {
    const what = told.get(id)?.[of] ?? 'unknown';
    sums.set(what, (sums.get(what) ?? 0) + spent);
    all += spent;
  }
  return [...sums].map(([what, spent]) => [what, spent / all] as const).sort((a, b) => b[1] - a[1]);
}

export async function profile(scenario: string): Promise<Profile> {
  const play = kernelOf(checkedModel(scenario), SEED);
  // Warm first, and under the same sampling as what counts.
  await sample(play);
  const { profile: found, aSecond: sampled } = await sample(play);
  const { nodes, samples = [], timeDeltas = [] } = found;
  const time = new Map<number, number>();
  for (const [at, id] of samples.entries()) time.set(id, (time.get(id) ?? 0) + timeDeltas[at]);
  const told = tell(nodes, locator(process.argv[1]));
  const phases = shares(time, told, 'phase');
  if (phases.length < 5) throw new Error('the samples know no phases: has their folder moved?');
  return { pace: aSecond(paceOf(play, 2)), sampled, samples: samples.length, phases, files: shares(time, told, 'file'), functions: shares(time, told, 'name') };
}
