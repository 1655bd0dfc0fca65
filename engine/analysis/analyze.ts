/**
 * Whether there is a zone of agreement at a moment, stage by stage: how many texts, which; what would have to give where there is none; and what the solutions of
 * cooperative bargaining would pick. Nothing is played on: charts, gauges and walk-away values are those of the moment, and what parties hope for beyond them does not count.
 */
import type { Model } from '../model/model.ts';
import { lookAt } from '../run/look-at.ts';
import { termsOf, type World } from '../run/world.ts';
import type { Id, Terms } from '../vocabulary.ts';
import { bargainOver, type Bargain } from './agreement/bargain.ts';
import { asIfOpen, momentOf, type MomentOptions } from './agreement/moment.ts';
import { NEVER, objectionsTo, type Objections } from './agreement/objections.ts';
import { openingsOf } from './agreement/openings.ts';
import { ranked, wayOf, type WayToOpen } from './agreement/ways.ts';
import { stabilityAt, type StageStability } from './stability/at-stage.ts';

export interface AnalyzeOptions extends MomentOptions {
  /** Only this stage. Throws a RangeError for one that the scenario has not. */
  readonly stage?: Id;
  /** The greatest size of the sets of obstacles that are looked for; 3 if not said. */
  readonly most?: number;
}

export interface PartyStanding {
  readonly party: Id;
  readonly signs: boolean;
  /** Worth 0..1 below which it would rather have no deal; null: it has none. */
  readonly walkAway: number | null;
  /** Worth, less firmness, of the best and of the worst text that could be tabled. */
  readonly best: number;
  readonly worst: number;
  /** How many of the texts it would not stand in the way of: its own win-set (Putnam 1988). */
  readonly livesWith: number;
}

/** A number of texts, and in how many of them each option is. */
export interface Zone { readonly texts: number; readonly issues: readonly { readonly issue: Id; readonly options: readonly { readonly option: Id; readonly texts: number }[] }[] }

export interface StageAnalysis {
  readonly stage: Id;
  /** Whether a text had been signed by then. */
  readonly signed: boolean;
  /** Texts that could be tabled: they change something, bring what the stage's texts must, and hold no option that is off the list. */
  readonly texts: number;
  /** Those whose consent some text needs, and the drafter, which writes nothing over a line of its own. */
  readonly parties: readonly PartyStanding[];
  readonly zone: Zone;
  /** `least`: size of the smallest sets; 0 with a zone; null where nothing could be tabled. Sets of up to `upTo`; those that can come about first, then the small ones, then those that ask least. */
  readonly openings: { readonly least: number | null; readonly upTo: number; readonly ways: readonly WayToOpen[] };
  readonly bargain: Bargain | null;
  /** null: where there is nothing that anybody could take up. */
  readonly stability: StageStability | null;
}

export interface Analysis {
  /** Rounds that were played before; 0: the opening. */
  readonly round: number;
  readonly date: string;
  /** Whether the run was over by then. */
  readonly over: boolean;
  /** The stage open at the moment; the others are looked at as if they were. */
  readonly open: Id;
  readonly levers: Readonly<Record<Id, number>>;
  /** What is in force: an option by issue. */
  readonly inForce: Terms;
  readonly stages: readonly StageAnalysis[];
}

export function analyze(model: Model, { stage, most = 3, ...moment }: AnalyzeOptions = {}): Analysis {
  const world = momentOf(model, moment);
  const { state } = world;
  const places = model.stages.map((_, at) => at).filter((at) => stage === undefined || model.stages[at].id === stage);
  if (places.length === 0) throw new RangeError(`no stage ${String(stage)}`);
  return {
    round: state.round,
    date: lookAt(world).date,
    over: state.over === 1,
    open: model.stages[state.stage].id,
    levers: Object.fromEntries(model.levers.map((id, at) => [id, state.levers[at]])),
    inForce: termsOf(model, state.inForce),
    stages: places.map((at) => ofStage(asIfOpen(world, at), most)),
  };
}

function ofStage(world: World, most: number): StageAnalysis {
  const { model, state } = world;
  const objections = objectionsTo(world);
  const { fewest, board } = objections;
  const tabled: number[] = [];
  const inZone: number[] = [];
  fewest.forEach((each, k) => {
    if (each !== NEVER) tabled.push(k);
    if (each === 0) inZone.push(k);
  });
  const openings = openingsOf(objections, most);
  const sets = ranked(objections, openings.sets);
  return {
    stage: model.stages[state.stage].id,
    signed: state.signed[state.stage] === 1,
    texts: tabled.length,
    parties: standings(objections, tabled),
    zone: {
      texts: inZone.length,
      issues: board.issues.map((issue) => {
        const counts = model.issues[issue].options.map((option, o) => ({ option, texts: inZone.filter((k) => board.options[k * board.width + issue] === o).length }));
        return { issue: model.issues[issue].id, options: counts.filter((each) => each.texts > 0) };
      }),
    },
    openings: { least: openings.least, upTo: openings.upTo, ways: sets.map((set) => wayOf(objections, set)) },
    bargain: bargainOver(objections, tabled, inZone),
    stability: stabilityAt(objections, sets),
  };
}

function standings({ world, board, worth, walkAway, against }: Objections, tabled: readonly number[]): readonly PartyStanding[] {
  const { model, state } = world;
  const { signs, drafter } = model.stages[state.stage];
  const all = model.parties.map((_, p) => p).filter((p) => board.consenters.includes(p) || (p === drafter && against[p].includes(1)));
  return all.map((p) => ({
    party: model.parties[p].id,
    signs: signs.includes(p),
    walkAway: walkAway[p] === -Infinity ? null : walkAway[p],
    best: tabled.reduce((most, k) => Math.max(most, worth[p][k]), -Infinity),
    worst: tabled.reduce((least, k) => Math.min(least, worth[p][k]), Infinity),
    livesWith: tabled.filter((k) => against[p][k] === 0).length,
  }));
}
