/** A hand-made scenario, looks and a walker over them: pictures and keys are tested without the engine's rules. */
import { seenBy } from '../../../engine/analysis/party-view.ts';
import type { Choice, RunHead, RunRecord } from '../../../engine/record/record.ts';
import type { GaugeLook, Look, Mark, MoveLook, PartyLook, TextLook, VerdictLook } from '../../../engine/run/look.ts';
import type { Evidence, Gauge, Party, Scenario, Transition } from '../../../engine/scenario/scenario.ts';
import { PHASES } from '../../../engine/vocabulary.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import type { Walker, Walkers } from '../../../cli/views/dashboard/history.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import type { Ui } from '../../../cli/views/dashboard/ui.ts';
import { coursesOf } from '../../../cli/views/dashboard/view.ts';
import type { LogLine, View } from '../../../cli/views/dashboard/view.ts';
import { Teller } from '../../../cli/views/dashboard/teller.ts';
import { sentence } from '../../../cli/views/plain/sentences.ts';

const ours: Evidence = { because: [], assumed: 'made for a test' };
const from = (...because: string[]): Evidence => ({ because, assumed: 'the size is ours' });
const rate = (value: number) => ({ amount: { value }, per: 'week' as const });
const amount = (value: number) => ({ value });

const ISSUES = [
  { id: 'ceasefire', title: 'Ceasefire', standing: 'none', options: [['none', 'None'], ['energy', 'Energy and sea only'], ['thirty-days', 'Thirty days on all fronts']] },
  { id: 'territory', title: 'Territory', standing: 'open', options: [['open', 'Left open'], ['frozen', 'Line frozen where it stands']] },
  { id: 'crimea', title: 'Crimea', standing: 'left-open', options: [['left-open', 'Left open'], ['not-contested', 'Not contested, not recognised'], ['us-recognises', 'Recognised in law by the United States']] },
  { id: 'nato', title: 'NATO', standing: 'open', options: [['open', 'Door open'], ['excluded', 'Membership excluded']] },
  { id: 'guarantees', title: 'Guarantees', standing: 'none', options: [['none', 'None'], ['european', 'A European force without a backstop']] },
  { id: 'sanctions', title: 'Sanctions', standing: 'kept', options: [['kept', 'Kept'], ['eased', 'Eased in steps, with the state bank']] },
  { id: 'elections', title: 'Elections', standing: 'unspoken', options: [['unspoken', 'Not spoken of'], ['within-a-year', 'Within a year']] },
] as const;

const gauge = (party: Id | null, id: Id, title: string, thresholds: Gauge['thresholds']): Gauge => ({ id, party, title, start: amount(0.4), drift: rate(0.01), noise: rate(0.01), while: [], on: [], thresholds, evidence: ours });
const move = (written: string, to: Id): Transition => ({ on: { from: null, name: written, written }, to, evidence: ours });

function party(id: Id, name: string, short: string, gauges: readonly Gauge[], stances: readonly (readonly [Id, readonly string[], readonly string[]])[], lines: readonly (readonly [Id, string, Record<string, string[]>])[]): Party {
  return {
    id, name, short, gauges, worth: [], bonds: [], walkAway: { value: { type: 'number', text: '0.45 - 0.2 * exhaustion', tree: { op: 'number', value: 0.4 } }, evidence: ours },
    manner: { exponent: amount(1), sharpness: amount(20), firmness: amount(0.05), spread: amount(0), slack: amount(0), prefers: 'own', rationalOnly: true, evidence: ours },
    stances: stances.map(([issue, titles, accepts]) => ({
      issue, start: 'first', evidence: from('002.7'),
      states: titles.map((title, at) => ({ id: ['first', 'second', 'third'][at] ?? 'last', title, accepts, firm: false, transitions: at === 0 ? [move('deadline-near', 'second')] : [] })),
    })),
    redLines: lines.map(([line, title, never]) => ({
      id: line, title, never, start: 'held', stated: true, held: true, evidence: from('002.7', '002.8'),
      states: [{ id: 'held', title: 'held', bites: true, transitions: [move('deadline-near', 'strained')] }, { id: 'strained', title: 'strained', bites: true, transitions: [] }],
    })),
    posture: { start: 'at-table', states: [], evidence: ours }, leaves: null, ratifies: null, looksAhead: null,
  };
}

export const scenario: Scenario = {
  id: 'april', title: 'The April proposal', question: 'Under which assumptions could the April proposal be signed?', leavesOut: [], hash: 'f00d',
  calendar: { start: '2025-04-22', round: { count: 1, unit: 'week', days: 7 }, rounds: 26, deadlines: [] },
  sources: [{ id: '002', title: 'US to press again', date: '2025-04-22' }],
  claims: [
    { id: '002.7', source: '002', says: 'Ukraine will never recognise the loss of Crimea.', voice: 'on-record', date: '2025-04-22', contradicts: [] },
    { id: '002.8', source: '002', says: 'A party to the talks calls it the line that matters most', voice: 'unnamed', date: '2025-04-21', contradicts: [] },
  ],
  figures: [], levers: [{ id: 'support', title: 'Aid from the United States', value: 0.5, range: [0, 1], distribution: null, evidence: from('002.8') }],
  issues: ISSUES.map((issue) => ({ id: issue.id, title: issue.title, standing: issue.standing, options: issue.options.map(([id, title]) => ({ id, title, performedBy: [] })) })),
  gauges: [gauge(null, 'balance', 'Balance at the front', [])],
  parties: [
    party('ukraine', 'Ukraine', 'UA', [gauge('ukraine', 'exhaustion', 'Exhaustion', [{ at: 0.6, direction: 'rises', signal: 'exhausted' }, { at: 0.8, direction: 'rises', signal: 'acute' }]), gauge('ukraine', 'support', 'Support from the United States', [{ at: 0.2, direction: 'falls', signal: 'alone' }])],
      [['ceasefire', ['Full and unconditional'], ['thirty-days']], ['crimea', ['Ukrainian, restated', 'Left open, deferred'], ['left-open']], ['nato', ['Door open', 'Deferred', 'Given up'], ['open']]],
      [['no-recognition', 'No recognition of Crimea', { crimea: ['us-recognises'] }], ['no-bare-plan', 'No plan without guarantees', { territory: ['frozen'], guarantees: ['none'] }]]),
    party('russia', 'Russia', 'RU', [gauge('russia', 'exhaustion', 'Exhaustion', [{ at: 0.6, direction: 'rises', signal: 'exhausted' }])],
      [['ceasefire', ['Energy and sea only', 'Thirty days'], ['none', 'energy']], ['crimea', ['Recognised'], ['us-recognises']], ['nato', ['Excluded'], ['excluded']], ['guarantees', ['No foreign troops', 'Observers'], ['none']]],
      [['no-troops', 'No troops of NATO members', { guarantees: ['european'] }]]),
    party('us', 'United States', 'US', [gauge('us', 'patience', 'Patience', [{ at: 0.2, direction: 'falls', signal: 'impatient' }])], [['crimea', ['Ready to recognise'], ['left-open', 'not-contested', 'us-recognises']]], []),
    party('europe', 'Europe', 'EU', [], [['sanctions', ['Kept until withdrawal', 'Eased in steps'], ['kept']]], [['no-land-by-force', 'No land taken by force', { crimea: ['us-recognises'] }]]),
  ],
  mediator: { party: 'us', walksAway: { when: { type: 'truth', text: 'us.patience < 0.2', tree: { op: '<', left: { op: 'name', name: { kind: 'gauge', party: 'us', gauge: 'patience' } }, right: { op: 'number', value: 0.2 } } }, chance: rate(0.3), evidence: ours } },
  tracks: [{ id: 'london', title: 'London', seats: ['us', 'ukraine', 'europe'], needs: ['us'], every: null, after: null, evidence: ours }],
  stages: [{ id: 'settlement', title: 'A settlement', issues: ISSUES.map((issue) => issue.id), mustBring: {}, signs: ['ukraine', 'russia'], protocol: 'single-text', drafter: 'us', style: 'formulate', leverage: [], upgradable: false, binds: [], when: null, rounds: 26, guess: amount(0.5), bias: amount(0.5), fade: amount(0.02), onFailure: 'end', reopens: false, evidence: ours }],
  events: [{ id: 'strikes', title: 'each side accuses the other of striking energy targets', when: null, chance: rate(0.1), times: null, moves: [], sends: [], opens: {}, closes: {}, breaksTruce: false, evidence: ours },
    { id: 'aid', title: 'aid is suspended', when: null, chance: rate(0.1), times: 1, moves: [], sends: [], opens: {}, closes: {}, breaksTruce: false, evidence: from('002.8') }],
  peace: { ceasefire: { base: { rate: rate(0.01) }, ratios: [], evidence: ours } },
  horizon: null, normalise: true, views: [], from: '2025-04-22', starts: ['2025-04-22'],
  outcomes: [{ id: 'settlement', title: 'A signed settlement', when: null }, { id: 'war', title: 'The war goes on', when: null }],
};

const standing: Readonly<Record<Id, Id>> = Object.fromEntries(ISSUES.map((issue) => [issue.id, issue.standing]));
const TERMS: Readonly<Record<Id, Id>> = { ceasefire: 'thirty-days', territory: 'frozen', crimea: 'us-recognises', nato: 'excluded', guarantees: 'european', sanctions: 'eased', elections: 'within-a-year' };

function text(crimea: Id, answered: boolean): TextLook {
  const row = (ua: Mark, ru: Mark, us: Mark, eu: Mark): Record<Id, Mark> => ({ ukraine: ua, russia: ru, us, europe: eu });
  const verdict = (id: Id, consents: boolean, more: Partial<VerdictLook>): VerdictLook => ({ party: id, consents, answer: null, would: { kind: 'good-enough' }, could: { kind: 'good-enough' }, worth: 0.6, outside: [], crosses: [], ...more });
  const crosses = crimea === 'us-recognises';
  return {
    terms: { ...TERMS, crimea }, by: 'us', nth: 3,
    marks: {
      ceasefire: row('accepts', 'accepts', 'accepts', 'accepts'), territory: row('below', 'accepts', 'accepts', 'accepts'), crimea: crosses ? row('red-line', 'accepts', 'accepts', 'red-line') : row('accepts', 'outside', 'accepts', 'accepts'),
      nato: row('outside', 'accepts', 'accepts', 'below'), guarantees: row('accepts', 'red-line', 'accepts', 'accepts'), sanctions: row('accepts', 'accepts', 'accepts', 'outside'), elections: row('accepts', 'accepts', 'accepts', 'accepts'),
    },
    verdicts: [
      verdict('ukraine', true, crosses ? { would: { kind: 'red-line', line: 'no-recognition' }, crosses: ['no-recognition'], outside: ['nato'], worth: 0.34, answer: answered ? 'refuse' : null } : { would: { kind: 'not-good-enough', floor: false }, worth: 0.44, outside: ['nato'] }),
      verdict('russia', true, { would: { kind: 'red-line', line: 'no-troops' }, crosses: ['no-troops'], outside: ['crimea'] }),
      verdict('us', true, { answer: answered ? 'accept' : null }), verdict('europe', false, { crosses: crosses ? ['no-land-by-force'] : [] }),
    ],
  };
}

/** How it looks after so many phases; in round 1 nothing has been tabled. */
export function lookAt(at: number): Look {
  const round = at === 0 ? 0 : Math.ceil(at / 8);
  const phase = at === 0 ? null : (PHASES[(at - 1) % 8] ?? null);
  const done = at >= END;
  const value = 0.4 + 0.01 * round;
  const gaugeLook = (own: Gauge): GaugeLook => ({ gauge: own.id, party: own.party, title: own.title, value: own.id === 'patience' ? 0.9 - 0.05 * round : value, thresholds: own.thresholds.map((one) => ({ at: one.at, signal: one.signal, past: one.direction === 'rises' && value >= one.at })) });
  const answered = phase !== null && PHASES.indexOf(phase) >= 4;
  const tabled = round > 1 && phase !== null && PHASES.indexOf(phase) >= 3;
  return {
    round, rounds: 26, date: `2025-0${round < 2 ? '4-22' : round < 6 ? '5-14' : '6-11'}`, phase, nextPhase: done ? null : (PHASES[at % 8] ?? null),
    stage: 'settlement', track: round > 0 ? 'london' : null, diplomacy: done ? 'ended' : 'talks', fighting: round > 2 ? 'limited-truce' : 'war', truceDays: round > 2 ? (round - 2) * 7 : 0,
    ended: done ? 'left' : 'going', outcome: done ? 'war' : null, inForce: round > 2 ? { ...standing, ceasefire: 'energy' } : standing, settled: [],
    parties: scenario.parties.map((one): PartyLook => ({
      party: one.id, name: one.name, short: one.short, posture: done && one.id === 'russia' ? 'left' : 'at-table', postureMoves: [], signs: one.id === 'ukraine' || one.id === 'russia', drafts: one.id === 'us', mediates: one.id === 'us', seated: one.id !== 'russia',
      stances: one.stances.map((stance) => {
        const state = stance.states[round > 2 && stance.states.length > 1 ? 1 : 0];
        return { issue: stance.issue, state: state.id, stateTitle: state.title, accepts: state.accepts, firm: false, moves: movesOf(state.transitions) };
      }),
      lines: one.redLines.map((line) => ({ line: line.id, title: line.title, state: round > 2 && line.id === 'no-bare-plan' ? 'strained' : 'held', bites: true, known: true, stated: line.stated, held: line.held, moves: movesOf(line.states.find((one) => one.id === (round > 2 && line.id === 'no-bare-plan' ? 'strained' : 'held'))?.transitions ?? []) })),
      gauges: one.gauges.map(gaugeLook), walkAway: 0.4, threshold: 0.5, standing: 0.38,
    })),
    gauges: scenario.gauges.map(gaugeLook),
    text: tabled ? text(round === 2 ? 'left-open' : 'us-recognises', answered) : null,
    lastText: round > 2 && !tabled ? text(round === 3 ? 'left-open' : 'us-recognises', true) : null,
    levers: { support: 0.5 },
  };
}

/** The first way out is open, the others wait. */
const movesOf = (ways: readonly Transition[]): readonly MoveLook[] => ways.map((way, at) => ({ to: way.to, heard: at === 0, holds: true, chance: way.chance !== undefined && 'value' in way.chance.amount ? way.chance.amount.value : 1 }));

/** The phase with which the hand-made run ends. */
export const END = 5 * 8 + 7;

function recordsOf(at: number): readonly RunRecord[] {
  const look = lookAt(at);
  const here = { round: look.round, phase: look.phase ?? 'news' };
  const gauges = Object.fromEntries([...look.gauges, ...look.parties.flatMap((one) => one.gauges)].map((one) => [one.party === null ? one.gauge : `${one.party}.${one.gauge}`, one.value]));
  const own: RunRecord[] = [];
  if (look.phase === 'news') own.push({ ...here, kind: 'round', date: look.date, stage: look.stage });
  if (look.phase === 'news' && look.round === 4) own.push({ ...here, kind: 'event', event: 'strikes', byChoice: false });
  if (look.phase === 'pressure') own.push({ ...here, kind: 'pressure', gauges });
  if (look.phase === 'table') own.push({ ...here, kind: 'meeting', track: 'london', seats: ['us', 'ukraine', 'europe'] });
  if (look.phase === 'table' && look.text !== null) own.push({ ...here, kind: 'tabled', by: 'us', nth: look.round - 1, terms: look.text.terms, presses: [], byChoice: false });
  if (look.phase === 'answers' && look.text !== null) own.push({ ...here, kind: 'answer', party: 'ukraine', answer: 'refuse', because: { kind: 'red-line', line: 'no-recognition' }, outside: ['nato'], worth: 0.34, threshold: 0.5, walkAway: 0.4, amendment: null });
  if (look.phase === 'movement' && look.round === 3) own.push({ ...here, kind: 'moved', party: 'ukraine', chart: 'stance', of: 'crimea', from: 'first', to: 'second', on: 'deadline-near' });
  if (at === END) own.push({ ...here, kind: 'ended', how: 'left', party: 'russia', outcome: 'war', inForce: look.inForce });
  return own;
}

interface Saved { readonly at: number; readonly head: RunHead }

/** Walks the hand-made run. */
export const walkers: Walkers<Saved> = {
  open: (seed) => walker({ at: 0, head: { winset: 1, scenario: 'april', hash: 'f00d', seed, run: 1, from: '2025-04-22', levers: {}, choices: [] } }),
  restore: (saved) => walker(saved),
};

function walker(saved: Saved): Walker<Saved> {
  let at = saved.at;
  let head = saved.head;
  const records: RunRecord[] = [];
  for (let past = 1; past <= at; past += 1) records.push(...recordsOf(past));
  return {
    get head() { return head; },
    get ended() { return at >= END; },
    get records() { return records; },
    look: () => lookAt(at),
    phase() {
      if (at >= END) return [];
      at += 1;
      const made = recordsOf(at);
      records.push(...made);
      return made;
    },
    choose(choice: Choice) {
      head = { ...head, choices: [...head.choices, choice] };
      return null;
    },
    weigh: (terms) => ({ ...text(terms['crimea'] ?? 'left-open', false), terms: { ...TERMS, ...terms }, nth: 0, by: null }),
    save: () => ({ at, head }),
  };
}

/** The only branch of the hand-made run. */
export const TRUNK: View['branches'][number] = { id: 1, name: 'main', strokes: '', from: null, round: 4, outcome: null, decided: [], current: true, unsaved: false, beside: false };

/** The view at a moment, as the session would make it after one phase. */
export function viewAt(at: number, size: { readonly columns: number; readonly rows: number }, ui: Partial<Ui> = {}): View {
  const walked = walker({ at, head: walkers.open('42').head });
  const before = at === 0 ? 0 : walker({ at: at - 1, head: walked.head }).records.length;
  const log = walked.records.flatMap((record, index): readonly LogLine[] => {
    const said = sentence(record, scenario);
    return said === null ? [] : [{ round: record.round, text: said, record, fresh: index >= before }];
  });
  const end = walked.records.find((record) => record.kind === 'ended') ?? null;
  return {
    scenario, seed: '42', run: 1, look: lookAt(at), before: at === 0 ? null : lookAt(at - 1), log, courses: coursesOf(walked.records, walked.records.length),
    at, last: at, end, peace: null, votes: [], seats: [], people: [], viewer: null, ahead: [], outlook: null, branches: [TRUNK], beside: null, ui: { ...FIRST, ...ui }, columns: size.columns, rows: size.rows,
  };
}

/** The same moment from a seat: what that party may know of the hand-made run. */
export function seatAt(at: number, party: Id, size: { readonly columns: number; readonly rows: number }, ui: Partial<Ui> = {}): View {
  const view = viewAt(at, size, { party: lookAt(at).parties.findIndex((one) => one.party === party), ...ui });
  const walked = walker({ at, head: walkers.open('42').head });
  const seen = seenBy(party, scenario, lookAt(at), walked.records);
  const log = new Teller(seen.scenario, []).tell(seen.records).map((one) => ({ ...one.line, fresh: false }));
  return { ...view, people: [party], viewer: party, look: seen.look, before: null, scenario: seen.scenario, log, courses: coursesOf(seen.records, seen.records.length) };
}
