/**
 * Faults to be put on purpose into what only one walker reads: a test of agreement that does not find them is none. A model is compiled anew for each, since
 * much is remembered by model.
 */
import { NO, ROW, YES, type Condition } from '../../../engine/model/condition.ts';
import { DrawNames } from '../../../engine/chance/luck.ts';
import type { Model } from '../../../engine/index.ts';
import { compile } from '../../../engine/model/compile.ts';
import { range } from '../generate/draws.ts';
import type { Wide } from '../generate/frame.ts';

export interface Fault {
  /** What is wrong, in words. */
  readonly what: string;
  /** In how many places of a model it can be put. */
  readonly places: (model: Model) => number;
  /** The model with the fault in one of them, from 0. @param model not to be used for anything else */
  readonly put: (model: Model, place: number) => Model;
}

/** A fault in place of each of some things. */
function atEach<Of>(what: string, all: (model: Model) => readonly Of[], put: (model: Model, of: Of) => Model | undefined): Fault {
  return { what, places: (model) => all(model).length, put: (model, place) => put(model, all(model)[place]) ?? model };
}

export interface TransitionAt { readonly t: number; readonly region: number; readonly state: number; readonly nth: number }

/** All transitions of all charts. */
export function transitions({ walk, regions }: Model): readonly TransitionAt[] {
  return regions.flatMap(({ table }, region) => table.states.flatMap((_, state) => {
    const at = walk.base[region] + state;
    return range(walk.first[at + 1] - walk.first[at]).map((nth) => ({ t: walk.first[at] + nth, region, state, nth }));
  }));
}

/** Those of parties' charts: the engine's own process chart is the same in every scenario. */
const ofParties = (model: Model): readonly TransitionAt[] => transitions(model).filter(({ region }) => model.regions[region].machine < model.parties.length);
const withCondition = (model: Model): readonly TransitionAt[] => transitions(model).filter(({ t }) => model.walk.condition[t] >= 0);
const withChance = (model: Model): readonly TransitionAt[] => transitions(model).filter(({ t }) => model.walk.chance[t] >= 0);
const drawsNamed = (what: RegExp) => ({ draws }: Model): readonly string[] => draws.names.filter((name) => what.test(name));
/** Draws of regions in which something is left to chance. */
const drawsOfCharts = (model: Model): readonly string[] => [...new Set(withChance(model).map(({ region }) => model.draws.names[model.regions[region].draw]))];
/** Where a signal is in a party's row; what only the process chart waits for is not sent around. */
const hearers = ({ hearing, parties }: Model): readonly number[] => range(hearing.bit.length).filter((at) => hearing.word[at] < parties.length * hearing.words);

const replaced = <Of>(of: readonly Of[], at: number, other: (one: Of) => Of): readonly Of[] => of.map((one, place) => (place === at ? other(one) : one));
const renamed = (model: Model, name: string): Model => ({ ...model, draws: new DrawNames(model.draws.names.map((each) => (each === name ? `${each}-` : each))) });

/** The bits of options outside stances, each in the row of its state. */
function outsideBits({ stages, regions, issues }: Model): readonly { readonly row: Int32Array; readonly bit: number }[] {
  return stages.flatMap(({ bits, issues: own }) => bits.stances.flat().flatMap(({ outside, region }) => {
    const { of } = regions[region];
    return outside.flatMap((row) => range(issues[of].options.length).map((option) => ({ row, bit: bits.base[own.indexOf(of)] + option })));
  }));
}

/** Every way through the rows ends in the other answer. */
function contrary({ first, rows, numbers, others }: Condition): Condition {
  const other = (next: number): number => (next === YES ? NO : next === NO ? YES : next);
  return { first: other(first), rows: rows.map((of, at) => (at % ROW >= ROW - 2 ? other(of) : of)), numbers, others };
}

export const FAULTS = {
  target: atEach('a transition leads elsewhere', transitions, ({ walk, regions }, { t, region }) => { walk.to[t] = (walk.to[t] + 1) % regions[region].table.states.length; }),
  removed: atEach('a transition is missing', ofParties, (model, { region, state, nth }) => compile(model.scenario, {
    machines: (machines) => {
      const { machine, key, table } = model.regions[region];
      machines[machine].machine.root.states[key].states[table.states[state]].transitions.get('move')?.splice(nth, 1);
      return machines;
    },
  })),
  deaf: atEach('a transition waits for another signal', transitions, ({ walk, hearing }, { t }) => { walk.bit[t] = walk.bit[t] << 1 || 1; if (hearing.words > 1) walk.word[t] ^= 1; }),
  unconditional: atEach('a condition is missing', withCondition, ({ walk }, { t }) => { walk.condition[t] = -1; }),
  condition: atEach('a condition is the contrary', withCondition, (model, { t }) => ({ ...model, conditions: replaced(model.conditions, model.walk.condition[t], contrary) })),
  sure: atEach('a chance is missing', withChance, ({ walk }, { t }) => { walk.chance[t] = -1; }),
  chance: atEach('a chance is half of what it is', withChance, (model, { t }) => ({ ...model, chances: replaced(model.chances, model.walk.chance[t], (chance) => (levers) => chance(levers) / 2) })),
  'draw-of-a-chart': atEach('the draw of a region has another name', drawsOfCharts, renamed),
  'draw-of-an-answer': atEach('the draw of an answer has another name', drawsNamed(/^parties\/.+\/answer$/u), renamed),
  'draw-of-an-event': atEach('the draw of an event has another name', drawsNamed(/^events\//u), renamed),
  'draw-of-a-gauge': atEach('the draw of a gauge has another name', drawsNamed(/^gauges\//u), renamed),
  hearer: atEach('one who waits for a signal is not told', hearers, ({ hearing }, at) => { hearing.bit[at] = 0; }),
  misheard: atEach('one who waits for a signal hears another', hearers, ({ hearing }, at) => { hearing.bit[at] = hearing.bit[at] << 1 || 1; }),
  place: atEach('what is sent to one alone arrives in another place', ({ hearing }) => range(hearing.places.length).filter((at) => hearing.places[at] >= 0), ({ hearing }, at) => { hearing.places[at] = (hearing.places[at] + 1) % (32 * hearing.words); }),
  mask: atEach('a state does not look up for a signal that it waits for', transitions, ({ walk, hearing }, { t, region, state }) => { walk.mask[(walk.base[region] + state) * hearing.words + walk.word[t]] &= ~walk.bit[t]; }),
  order: atEach('two transitions of a state are in the wrong order', (model) => ofParties(model).filter(({ t, nth }) => nth > 0 && model.walk.to[t] !== model.walk.to[t - 1]), ({ walk }, { t }) => {
    for (const column of [walk.signal, walk.word, walk.bit, walk.condition, walk.chance, walk.to]) [column[t - 1], column[t]] = [column[t], column[t - 1]];
  }),
  row: atEach('the last transition of a state counts as one of the next', (model) => transitions(model).filter(({ t, region, state }) => model.walk.first[model.walk.base[region] + state + 1] === t + 1), ({ walk }, { region, state }) => { walk.first[walk.base[region] + state + 1]--; }),
  bites: atEach('a line bites where it does not, or the other way', ({ lines }) => lines.flatMap(({ bites }) => range(bites.length).map((state) => ({ bites, state }))), (_, { bites, state }) => { bites[state] ^= 1; }),
  outside: atEach('an option counts as outside a stance, or the other way', outsideBits, (_, { row, bit }) => { row[bit >>> 5] ^= 1 << (bit & 31); }),
  firm: atEach('a firm stance is taken for one that is not, or the other way', ({ stages }) => stages.flatMap(({ bits }) => bits.stances.flat().flatMap(({ firm }) => range(firm.length).map((state) => ({ firm, state })))), (_, { firm, state }) => { firm[state] ^= 1; }),
  awaited: atEach('nobody looks whether a party waits for what a text offers it', ({ stages }) => stages.flatMap(({ bits }) => bits.awaited.filter((row) => row.some((word) => word !== 0))), (_, row) => { row.fill(0); }),
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

const ofSecondWord = (row: Int32Array, words: number): void => { row.forEach((_, at) => { if (at % words > 0) row[at] = 0; }); };

/** Models of which nothing counts that lies beyond the first word of a set. */
export const BEYOND_A_WORD: Readonly<Record<Wide, (model: Model) => Model>> = {
  options: (model) => { for (const { bits } of model.stages) for (const { outside } of bits.stances.flat()) for (const row of outside) ofSecondWord(row, bits.words); return model; },
  lines: (model) => { for (const { bites } of model.lines.slice(32)) bites.fill(0); return model; },
  parties: (model) => ({ ...model, issues: model.issues.map((issue) => ({ ...issue, performers: issue.performers.map((of) => of.filter((party) => party < 32)) })) }),
  signals: (model) => { ofSecondWord(model.walk.mask, model.hearing.words); return model; },
};
