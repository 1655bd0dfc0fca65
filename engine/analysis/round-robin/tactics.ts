/** The tactics of a round-robin, put in the place of a party's own. */
import type { Manner, Party, Scenario, Stage } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

export const CONTENDERS = ['boulware', 'linear', 'conceder', 'tit-for-tat', 'equilibrium', 'resource', 'random'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** Exponents of the time tactic (Faratin, Sierra & Jennings 1998). */
const EXPONENTS: Partial<Record<Contender, number>> = { boulware: 4, linear: 1, conceder: 0.25 };
/** Worth that tit-for-tat gives up besides, over all rounds of a stage together: without any, two of them would wait for one another to the end. */
const KINDNESS = 0.2;

/** The party that a stage needs, with this tactic; what else it is stays. null: it cannot play it. */
export function withTactic(party: Party, tactic: Contender, rounds: number): Party | null {
  const time = EXPONENTS[tactic];
  const manner = (change: Partial<Manner>): Party => ({ ...party, manner: { ...byClock(party.manner), exponent: { value: 1 }, ...change } });
  if (time !== undefined) return manner({ exponent: { value: time } });
  switch (tactic) {
    case 'tit-for-tat': return manner({ tactic: { kind: tactic, kindness: { value: KINDNESS / rounds } } });
    case 'resource': return resourceOf(party, manner);
    case 'equilibrium':
    case 'random': return manner({ tactic: { kind: tactic } });
    default: return null;
  }
}

/** How it answers, without a tactic of its own. */
function byClock(own: Manner): Manner {
  const { sharpness, firmness, spread, slack, prefers, rationalOnly, discount, evidence, exponent } = own;
  return { sharpness, firmness, spread, slack, prefers, rationalOnly, evidence, exponent, ...(discount === undefined ? {} : { discount }) };
}

/** What is used up is what the file says, else the party's first gauge. */
function resourceOf(party: Party, manner: (change: Partial<Manner>) => Party): Party | null {
  if (party.manner.tactic?.kind === 'resource') return manner({ tactic: party.manner.tactic, exponent: party.manner.exponent });
  const [gauge] = party.gauges;
  if (gauge === undefined) return null;
  return manner({ tactic: { kind: 'resource', usedUp: { type: 'number', text: gauge.id.replaceAll('-', '_'), tree: { op: 'name', name: { kind: 'gauge', party: party.id, gauge: gauge.id } } } } });
}

/** Tactics that every party that signs the stage can play. */
export function playable(scenario: Scenario, stage: Stage, wanted: readonly Contender[]): readonly Contender[] {
  const parties = scenario.parties.filter((party) => stage.signs.includes(party.id));
  return wanted.filter((tactic) => (tactic !== 'equilibrium' || stage.signs.length === 2) && parties.every((party) => withTactic(party, tactic, stage.rounds) !== null));
}

export function assigned(scenario: Scenario, stage: Stage, tactics: Readonly<Record<Id, Contender>>): Scenario {
  return { ...scenario, parties: scenario.parties.map((party) => (tactics[party.id] === undefined ? party : withTactic(party, tactics[party.id], stage.rounds) ?? party)) };
}
