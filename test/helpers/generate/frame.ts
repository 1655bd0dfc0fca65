/** What there is in a generated world, by name: decided first, so that charts, conditions and events can speak of all of it. */
import { range, type Draws } from './draws.ts';

/** What is made wide on purpose, so that sets no longer fit a word of 32 bits. */
export const WIDE = ['options', 'lines', 'parties', 'signals'] as const;
export type Wide = (typeof WIDE)[number];

export interface IssueFrame {
  readonly id: string;
  readonly options: readonly string[];
  readonly standing: string;
  readonly brings: Readonly<Record<string, string>>;
  /** By option: who performs it. */
  readonly performers: Readonly<Record<string, readonly string[]>>;
}

export interface StageFrame {
  readonly id: string;
  readonly issues: readonly IssueFrame[];
  readonly signs: readonly string[];
  readonly binds: readonly string[];
  readonly alternating: boolean;
  readonly style: 'facilitate' | 'formulate' | 'manipulate';
  readonly drafter: string;
}

export interface LineFrame {
  readonly id: string;
  readonly never: Readonly<Record<string, readonly string[]>>;
  readonly stated: boolean;
  readonly held: boolean;
  /** In order; `waived` is the one in which it no longer bites. */
  readonly states: readonly string[];
}

export interface PartyFrame {
  readonly id: string;
  readonly signs: boolean;
  /** Whether it is ever asked for its consent. */
  readonly consents: boolean;
  readonly bound: boolean;
  readonly gauges: readonly string[];
  /** By issue: the states of its stance, from the one that accepts least. */
  readonly stances: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly LineFrame[];
  /** Whether its posture may be away. */
  readonly away: boolean;
  readonly leaves: boolean;
  /** Stages that it must have ratified at home. */
  readonly ratifies: readonly string[];
}

export interface EventFrame { readonly id: string; readonly closes: readonly (readonly [issue: string, option: string])[]; readonly opens: readonly (readonly [issue: string, option: string])[]; readonly breaks: boolean }

/** Lengths of a round, in days. */
export const ROUNDS = { '1 day': 1, '3 days': 3, '1 week': 7, '2 weeks': 14, '1 month': 30 } as const;

export interface Frame {
  readonly wide: Wide | null;
  readonly issues: readonly IssueFrame[];
  readonly parties: readonly PartyFrame[];
  readonly stages: readonly StageFrame[];
  readonly events: readonly EventFrame[];
  readonly mediator: string;
  /** Gauges of the whole scenario. */
  readonly gauges: readonly string[];
  readonly rounds: number;
  /** How long a round is. */
  readonly round: keyof typeof ROUNDS;
  readonly deadlines: number;
  /** Whether an option brings a truce, whether it may break, and whether an agreement is followed. */
  readonly truce: boolean;
  readonly breaks: boolean;
  readonly followed: boolean;
  /** Whether worth is raw (`normalise: false`). */
  readonly raw: boolean;
}

/** Sizes about a word's edge and about that of two. */
const EDGES = [31, 32, 32, 33, 40, 64, 65, 65] as const;

export function frameOf(draws: Draws, wide: Wide | null): Frame {
  const { chance, some, pick } = draws;
  const signers = range(chance(0.05) ? 1 : 2 + pick(2)).map((i) => `p${i}`);
  const helpers = range(chance(0.5) ? 1 + pick(2) : 0).map((i) => `h${i}`);
  const bound = chance(0.35) ? ['b0'] : [];
  const crowd = wide === 'parties' ? range(some(EDGES) - [...signers, ...helpers, ...bound, 'the mediator'].length).map((i) => `c${i}`) : [];
  const mediator = 'm-0';
  const issues = issuesOf(draws, wide, [...helpers, ...crowd]);
  const truce = issues.some(({ brings }) => Object.keys(brings).length > 0);
  const stages = stagesOf(draws, { issues, signers, bound, drafters: [mediator, mediator, mediator, signers[0], ...helpers] });
  const events = eventsOf(draws, issues, truce);
  const performs = (id: string): readonly IssueFrame[] => issues.filter(({ performers }) => Object.values(performers).some((of) => of.includes(id)));
  const party = partyOf(draws, stages, performs);
  const plain = draws.shuffled([...signers, ...helpers, ...bound, ...crowd, mediator]).map(party);
  return {
    wide, issues, stages, events, mediator, truce,
    parties: wide === 'lines' ? withLines(draws, plain, issues, some(EDGES)) : plain,
    gauges: chance(0.5) ? ['front'] : [],
    rounds: 6 + pick(10), round: some(['1 week', '1 week', ...(Object.keys(ROUNDS) as (keyof typeof ROUNDS)[])]), deadlines: pick(3),
    breaks: truce && (chance(0.85) || events.some((event) => event.breaks)),
    followed: chance(0.45), raw: chance(0.12),
  };
}

function issuesOf({ chance, some, pick, several, shuffled }: Draws, wide: Wide | null, performers: readonly string[]): readonly IssueFrame[] {
  const counts = wide === 'options' ? halves(some(EDGES) - 3) : wide === 'signals' ? [18, 17] : wide === 'lines' ? [5, 5, 4] : range(1 + pick(3)).map(() => 2 + pick(3));
  const named = counts.map((count, i) => ({ id: `i${i}`, options: range(count).map((o) => `o${o}`), brings: {} }));
  const fire = { id: 'the-fire', options: ['goes-on', 'part', 'all'], brings: { part: 'limited-truce', all: 'ceasefire' } };
  const all = [...(wide === 'options' || chance(0.65) ? [fire] : []), ...named];
  const done = all.map((issue) => {
    const performers: Record<string, string[]> = {};
    return { ...issue, standing: issue === fire ? 'goes-on' : some(issue.options), performers };
  });
  for (const performer of performers) {
    const { options, standing, performers: of } = some(done);
    for (const option of several(options.filter((each) => each !== standing), 0.3)) (of[option] ??= []).push(performer);
  }
  return shuffled(done);
}

const halves = (count: number): readonly number[] => [Math.ceil(count / 2), Math.floor(count / 2)];

interface Cast { readonly issues: readonly IssueFrame[]; readonly signers: readonly string[]; readonly bound: readonly string[]; readonly drafters: readonly string[] }

function stagesOf({ chance, some, several, each }: Draws, { issues, signers, bound, drafters }: Cast): readonly StageFrame[] {
  const fire = issues.filter(({ id }) => id === 'the-fire');
  const stage = (id: string, of: readonly IssueFrame[], signs: readonly string[]): StageFrame => ({
    id, issues: of, signs, binds: each([...bound, ...signers.filter((one) => !signs.includes(one))], 0.7),
    alternating: signs.length > 1 && chance(0.3), style: some(['facilitate', 'formulate', 'formulate', 'manipulate'] as const), drafter: some(drafters),
  });
  return [
    ...(fire.length > 0 && chance(0.6) ? [stage('first', [...fire, ...each(issues.filter((one) => !fire.includes(one)), 0.2)], chance(0.75) ? signers : several(signers, 0.5))] : []),
    ...(issues.length > 1 && chance(0.2) ? [stage('interim', several(issues, 0.5), signers)] : []),
    stage('last', issues, signers),
  ];
}

function eventsOf({ chance, some, several, pick }: Draws, issues: readonly IssueFrame[], truce: boolean): readonly EventFrame[] {
  const terms = issues.flatMap(({ id, options, standing }) => options.filter((option) => option !== standing).map((option) => [id, option] as const));
  const closing = range(pick(4)).map((e) => ({ id: `e${e}`, closes: chance(0.3) ? several(terms, 0.2) : [], breaks: truce && chance(0.35) }));
  const closed = closing.flatMap(({ closes }) => closes);
  return [...closing.map((event) => ({ ...event, opens: [] })), ...(closed.length > 0 && chance(0.7) ? [{ id: 'e-opens', closes: [], opens: [some(closed)], breaks: false }] : [])];
}

function partyOf(draws: Draws, stages: readonly StageFrame[], performs: (id: string) => readonly IssueFrame[]): (id: string) => PartyFrame {
  const { chance, each, pick } = draws;
  return (id) => {
    const asked = stages.filter(({ signs }) => signs.includes(id));
    const binding = stages.filter(({ binds }) => binds.includes(id));
    const performed = performs(id);
    const signs = asked.length > 0;
    const consents = signs || performed.length > 0;
    // Lines and stances on what no stage asks it about could never matter.
    const own = [...new Set([...asked, ...binding].flatMap(({ issues }) => issues).concat(performed))];
    const crowd = id.startsWith('c');
    const share = crowd ? 0.05 : signs ? 0.5 : 0.25;
    const lines = own.length > 0 && chance(crowd ? 0.05 : signs ? 0.6 : 0.35) ? range(crowd ? 1 : 1 + pick(2)).map((l) => lineOf(draws, own, `line-${l}`)) : [];
    return {
      id, signs, consents, bound: binding.length > 0, lines,
      gauges: crowd ? [] : range(pick(2) + (signs ? 1 : 0)).map((g) => `g${g}`),
      stances: Object.fromEntries(each(own, share).map((issue) => [issue.id, chance(0.3) ? ['hard', 'half', 'open'] : ['hard', 'open']])),
      away: signs && chance(0.3), leaves: consents && chance(0.3),
      ratifies: (signs || binding.length > 0) && chance(0.3) ? [...asked, ...binding].map((stage) => stage.id).slice(-1 - pick(2)) : [],
    };
  };
}

/** Terms of one or two issues, of which one at least is not standing: some text can cross it. @param narrow one term of each of two */
function lineOf({ chance, some, several }: Draws, issues: readonly IssueFrame[], id: string, narrow = false): LineFrame {
  const first = some(issues);
  const others = issues.filter((issue) => issue !== first);
  const new_ = first.options.filter((option) => option !== first.standing);
  const alone = narrow || chance(0.7);
  const never = { [first.id]: alone ? [some(new_)] : several(new_, 0.4), ...(others.length > 0 && (narrow || chance(0.4)) ? pairOf(some(others)) : {}) };
  const stated = !chance(0.25);
  return { id, never, stated, held: !stated || !chance(0.25), states: chance(0.2) ? ['held'] : chance(0.4) ? ['held', 'strained', 'waived'] : ['held', 'waived'] };

  function pairOf(issue: IssueFrame): Readonly<Record<string, readonly string[]>> { return { [issue.id]: narrow ? [some(issue.options)] : several(issue.options, 0.5) }; }
}

/** So many lines in all, dealt out to those who sign; each takes few texts out, or none would be left. */
function withLines(draws: Draws, parties: readonly PartyFrame[], issues: readonly IssueFrame[], count: number): readonly PartyFrame[] {
  const others = parties.reduce((sum, { signs, lines }) => sum + (signs ? 0 : lines.length), 0);
  const signers = parties.filter(({ signs }) => signs);
  const dealt = range(count - others).map((l) => lineOf(draws, issues, `line-${l}`, true));
  return parties.map((party) => (party.signs ? { ...party, lines: dealt.filter((_, l) => l % signers.length === signers.indexOf(party)) } : party));
}
