/** All numbers of a model that a round reads and that levers may change, read once for their values. */
import type { Model } from './model.ts';

export interface Numbers {
  /** The values of the levers, in the order of the model's. */
  readonly levers: Float64Array;
  /** By gauge: what a round adds, and the standard deviation of its noise. */
  readonly drift: Float64Array;
  readonly noise: Float64Array;
  /** The draws of the gauges that have any, in their order. */
  readonly noiseDraws: Int32Array;
  /** By drift of the model's: what it adds while its condition holds; by reaction, when its signal is heard. */
  readonly drifts: Float64Array;
  readonly reactions: Float64Array;
  /** By event: its chance in a round, and what it adds to each gauge that it moves. */
  readonly eventChance: Float64Array;
  readonly eventAdds: readonly Float64Array[];
  /** By chance of the charts. */
  readonly chances: Float64Array;
  /** The mediator's chance to walk away, where it may. */
  readonly walksAway: number;
  /** By party; `sharpness` null: it answers exactly. */
  readonly exponent: Float64Array;
  readonly sharpness: readonly (number | null)[];
  readonly firmness: Float64Array;
  readonly slack: Float64Array;
  readonly leaves: Float64Array;
  /** By stage. */
  readonly guess: Float64Array;
  readonly fade: Float64Array;
}

const kept = new WeakMap<Model, Numbers>();

/** The numbers of these values of the levers. The last are kept: levers seldom change within a batch. */
export function numbersOf(model: Model, levers: Float64Array): Numbers {
  const last = kept.get(model);
  if (last && sameValues(last.levers, levers)) return last;
  const numbers = read(model, levers.slice());
  kept.set(model, numbers);
  return numbers;
}

export function sameValues(a: Float64Array | Uint8Array, b: Float64Array | Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function read(model: Model, levers: Float64Array): Numbers {
  const by = <Of>(of: readonly Of[], number: (each: Of) => number): Float64Array => Float64Array.from(of, number);
  const { gauges, events, parties, stages } = model;
  return {
    levers,
    drift: by(gauges, (gauge) => gauge.drift(levers)),
    noise: by(gauges, (gauge) => gauge.noise(levers)),
    noiseDraws: Int32Array.from(gauges.filter((gauge) => gauge.noise(levers) !== 0), (gauge) => gauge.draw),
    drifts: by(model.drifts, (each) => each.drift(levers)),
    reactions: by(model.reactions, (each) => each.adds(levers)),
    eventChance: by(events, (event) => event.chance(levers)),
    eventAdds: events.map((event) => by(event.moves, (each) => each.adds(levers))),
    chances: by(model.chances, (chance) => chance(levers)),
    walksAway: model.mediator?.walksAway?.chance(levers) ?? 0,
    exponent: by(parties, (party) => party.exponent(levers)),
    sharpness: parties.map((party) => party.sharpness?.(levers) ?? null),
    firmness: by(parties, (party) => party.firmness(levers)),
    slack: by(parties, (party) => party.slack(levers)),
    leaves: by(parties, (party) => party.leaves?.chance(levers) ?? 0),
    guess: by(stages, (stage) => stage.guess(levers)),
    fade: by(stages, (stage) => stage.fade(levers)),
  };
}
