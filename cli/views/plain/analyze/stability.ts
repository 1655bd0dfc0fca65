/** Whether the parties would stay where they are, by the graph model of conflict, with the reason in words. */
import type { NamedStep, StageOption, StageStability, StageState, WayToOpen } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { list } from '../words.ts';
import { scaleOf } from '../worth.ts';
import { allOf, does, sameThings } from './gives.ts';

const CONCEPTS = [['nash', 'Nash'], ['gmr', 'GMR'], ['smr', 'SMR'], ['seq', 'SEQ']] as const;
/** States besides the present one that are shown. */
const MOST = 3;

function optionWords({ party, gives: one }: StageOption, scenario: Scenario): string {
  return `${names.party(scenario, party)} ${one === null ? 'holds out for its own best text' : does(one, scenario)}`;
}

/** What has been taken up, as the head of a sentence: by the number of its line where it has one. */
function stateWords(state: StageState, { options }: StageStability, ways: readonly WayToOpen[], scenario: Scenario): string {
  const taken = state.taken.flatMap((at) => options[at] ?? []);
  const given = taken.flatMap((one) => one.gives ?? []);
  if (given.length < taken.length) return `If ${list(taken.map((one) => optionWords(one, scenario)))},`;
  const line = ways.findIndex((way) => sameThings(way.gives, given));
  if (line >= 0) return `With line ${line + 1}`;
  const part = ways.findIndex((way) => way.gives.length < given.length && sameThings(way.gives, given.filter((one) => sameThings([one], way.gives.filter((other) => sameThings([one], [other]))))));
  const rest = given.filter((one) => !(ways[part]?.gives ?? []).some((other) => sameThings([one], [other])));
  return part >= 0 ? `With line ${part + 1}, and if ${allOf(rest, scenario, false)},` : `If ${allOf(given, scenario, false)},`;
}

/** From one state to another in words: who takes what up, and who takes it back. */
function moveWords(from: StageState, to: StageState, { options }: StageStability, scenario: Scenario): string {
  const clause = (at: number, back: boolean): string => {
    const option = options[at];
    if (option === undefined) return '';
    if (!back) return optionWords(option, scenario);
    return option.gives === null ? `${names.party(scenario, option.party)} no longer holds out` : `${names.party(scenario, option.party)} takes back what it gave way on`;
  };
  const back = new Set(from.taken.filter((at) => !to.taken.includes(at)).map((at) => clause(at, true)));
  return list([...to.taken.filter((at) => !from.taken.includes(at)).map((at) => clause(at, false)), ...back]);
}

const endWords = ({ terms }: StageState): string => (terms === null ? 'no deal' : 'a deal');

function deterredBy(path: readonly NamedStep[], from: StageState, model: StageStability, scenario: Scenario): string {
  const steps: string[] = [];
  let at = from;
  for (const { to } of path) {
    const next = model.states[to];
    if (next === undefined) break;
    steps.push(moveWords(at, next, model, scenario));
    at = next;
  }
  return `${steps.join(', then ')}, which leaves ${endWords(at)}`;
}

/** Why one would stay in a state, or not. */
function reason(state: StageState, maker: StageState['makers'][number], model: StageStability, scenario: Scenario): string {
  const who = names.partyFirst(scenario, maker.party);
  const value = (of: StageState): number => of.worth[maker.party] ?? 0;
  const { beside } = scaleOf(scenario);
  if (maker.temptations.length === 0) return `${who} can reach nothing that it likes better by itself.`;
  const free = maker.temptations.find(({ deterred }) => deterred.gmr === null);
  const [told] = free === undefined ? maker.temptations : [free];
  const to = model.states[told?.to ?? 0];
  if (told === undefined || to === undefined) return '';
  const wants = `${who} would rather have ${endWords(to)} worth ${beside(value(to), value(state))} to it than ${endWords(state)} worth ${beside(value(state), value(to))}, and can bring it about if ${moveWords(state, to, model, scenario)}.`;
  if (free !== undefined) return `${wants} Nothing that the others could answer would make it regret that.`;
  const { gmr, seq } = told.deterred;
  if (seq !== null) return `${wants} It is deterred by what others would like to answer: ${deterredBy(seq, to, model, scenario)}.`;
  return `${wants} Others could answer so that it is no better off, though not all of them would like to: ${deterredBy(gmr ?? [], to, model, scenario)}.`;
}

function conceptsOf(state: StageState): string {
  const held = CONCEPTS.filter(([id]) => state.equilibrium[id]).map(([, name]) => name);
  if (held.length === CONCEPTS.length) return 'all would stay, by all four concepts';
  return held.length === 0 ? 'not all would stay, by any of the four concepts' : `all would stay by ${list(held)}, not by ${list(CONCEPTS.filter(([id]) => !state.equilibrium[id]).map(([, name]) => name))}`;
}

/** States with a deal in which all would stay by some concept: of those with the same text the one that asks fewest options. */
function settled({ states }: StageStability): readonly StageState[] {
  const found = new Map<string, StageState>();
  for (const state of states.toSorted((a, b) => a.taken.length - b.taken.length)) {
    const key = JSON.stringify(state.terms);
    if (state.terms !== null && key !== JSON.stringify(states[0]?.terms) && CONCEPTS.some(([id]) => state.equilibrium[id]) && !found.has(key)) found.set(key, state);
  }
  return [...found.values()];
}

export function stability(model: StageStability | null, ways: readonly WayToOpen[], zone: number, scenario: Scenario, at: Page): string[] {
  if (model === null) return [];
  const [now] = model.states;
  if (now === undefined) return [];
  const many = settled(model);
  const deals = (state: StageState): string => model.makers.map((party) => `${names.party(scenario, party)} ${scaleOf(scenario).show(state.worth[party] ?? 0)}`).join(', ');
  const present = zone > 0 ? `If nobody holds out for its own best text, the middle one is signed (${deals(now)})` : 'As things stand there is no deal';
  return [
    ...wrap('Would they stay there? (graph model of conflict)', at.width, '  ').map(at.paint.bold),
    ...wrap(`${present}; ${conceptsOf(now)}.`, at.width, '  - ', '    '),
    ...now.makers.filter(({ temptations }) => temptations.length > 0).flatMap((maker) => wrap(reason(now, maker, model, scenario), at.width, '      ')),
    ...(now.equilibrium.nash ? wrap(zone > 0 ? 'Nobody gains by holding out alone.' : 'Nobody can bring about something it likes better by its own move alone.', at.width, '      ') : []),
    ...many.slice(0, MOST).flatMap((state) => wrap(`${stateWords(state, model, ways, scenario)} a text is signed (${deals(state)}); ${conceptsOf(state)}.`, at.width, '  - ', '    ')),
    ...(many.length === 0 && zone === 0 ? wrap('In no state with a deal that these options lead to would all stay: somebody would rather have none.', at.width, '  - ', '    ') : []),
    ...(many.length > MOST ? [at.paint.dim(`    and ${many.length - MOST} more; --json has them all`)] : []),
  ];
}
