/** Who meets whom and what is negotiated in a generated world. */
import { assumed } from './draws.ts';
import type { StageFrame } from './frame.ts';
import type { Making } from './charts.ts';

type Written = Readonly<Record<string, unknown>>;

export function mediatorOf({ draws: { chance }, frame, levers, conditions }: Making): Written {
  if (chance(0.15)) return {};
  const party = frame.parties.find(({ id }) => id === frame.mediator) ?? null;
  return { mediator: { party: frame.mediator, ...(chance(0.4) ? { 'walks-away': { when: conditions.truth(party), chance: levers.rate(0.05, 0.3, 0.05, 'week'), assumed } } : {}) } };
}

/** Everybody at one table, or those who sign at several, with whoever writes the texts and who performs at each. */
export function tracksOf({ draws: { chance, some, shuffled }, frame: { parties, stages } }: Making): Written {
  const pace = (): Written => ({ ...(chance(0.3) ? { every: some(['2 weeks', '3 weeks']) } : {}), ...(chance(0.2) ? { after: some(['1 week', '2 weeks']) } : {}) });
  const signers = parties.filter(({ signs }) => signs).map(({ id }) => id);
  const others = parties.filter(({ signs }) => !signs).map(({ id }) => id);
  const drafters = new Set(stages.map(({ drafter }) => drafter));
  if (chance(0.5) || signers.length === 1) return { one: { title: 'One', seats: [...signers, ...others], ...(chance(0.3) ? { needs: [signers[0]] } : {}), ...pace(), assumed } };
  const [first, ...rest] = shuffled(signers);
  const seats = (own: readonly string[], all: boolean): readonly string[] => [...new Set([...own, ...others.filter((id) => all || drafters.has(id))])];
  return {
    one: { title: 'One', seats: seats([first], true), ...pace(), assumed }, two: { title: 'Two', seats: seats(rest, false), ...(chance(0.3) ? { needs: [rest[0]] } : {}), ...pace(), assumed },
    ...(chance(0.3) ? { three: { title: 'Three', seats: seats(signers, true), ...pace(), assumed } } : {}),
  };
}

export function stagesOf(making: Making): Written {
  const { draws, frame: { stages } } = making;
  // In some worlds most stages ask for more than a change.
  const asking = draws.chance(0.5) ? 0.75 : 0;
  return Object.fromEntries(stages.map((stage, at) => [stage.id, stageOf(making, stage, { last: at + 1 === stages.length, asking })]));
}

function stageOf({ draws: { chance, each, several, between, pick, some }, frame: { raw }, levers, conditions }: Making, stage: StageFrame, { last, asking }: { readonly last: boolean; readonly asking: number }): unknown {
  const { id, issues, signs, binds, alternating, style, drafter } = stage;
  const wanted = each(issues, 0.5).map(({ id: issue, options, standing }) => [issue, several(options.filter((option) => option !== standing), 0.7)] as const);
  const truce = issues.some(({ brings }) => Object.keys(brings).length > 0);
  const pressed = signs.filter((party) => party !== drafter);
  const leverage = (): Written => ({ worth: raw ? between(2, 10, 2) : levers.amount(0.1, 0.3, 0.1), ...(chance(0.6) ? { hazard: levers.amount(1.2, 2, 0.2) } : {}), assumed });
  const ofDrafter = {
    drafter, ...(style === 'manipulate' && pressed.length > 0 ? { style, leverage: Object.fromEntries(several(pressed, 0.5).map((party) => [party, leverage()])) } : style === 'facilitate' ? { style } : {}),
    guess: raw ? between(5, 25, 5) : levers.amount(0.2, 0.8, 0.1), bias: levers.amount(0, 2, 0.5), fade: raw ? between(0, 2, 0.5) : levers.amount(0, 0.06, 0.02),
  };
  return {
    title: id, issues: issues.map((issue) => issue.id), signs, rounds: 3 + pick(9), ...(binds.length > 0 ? { binds } : {}),
    ...(wanted.length > 0 && chance(asking) ? { 'must-bring': Object.fromEntries(wanted.slice(0, 2)) } : {}),
    ...(alternating ? { protocol: 'alternating-offers' } : ofDrafter),
    ...(truce ? { ...(chance(0.5) ? { reopens: true } : {}), ...(chance(0.4) ? { upgradable: true } : {}) } : {}),
    ...(id === 'interim' && chance(0.5) ? { when: conditions.truth(null) } : {}), ...(!last && chance(0.2) ? { 'on-failure': some(['end', 'next']) } : {}), assumed,
  };
}
