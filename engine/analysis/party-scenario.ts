/** The scenario as far as one party knows it: its own part whole; of others what they state, what they have come to, what is on paper. */
import type { RunRecord } from '../record/record.ts';
import type { Look } from '../run/look.ts';
import type { Amount, Event, Evidence, GaugeRef, LineChartState, Party, Rate, RedLine, Scenario, Stage, Stance } from '../scenario/scenario.ts';
import type { Expression } from '../scenario/expression-tree.ts';
import type { Id } from '../vocabulary.ts';
import { lineKey, type Knowledge } from './party-knowledge.ts';

/** Stands where a number is that the party does not know. */
const NO_AMOUNT: Amount = { value: 0 };
const NO_RATE: Rate = { amount: NO_AMOUNT, per: null };
const NO_EXPRESSION: Expression = { type: 'number', text: '', tree: { op: 'number', value: 0 } };

/** Documents are open to all; what an analyst assumes is not. */
const open = (evidence: Evidence): Evidence => ({ because: evidence.because });

export function seenScenario(viewer: Id | null, scenario: Scenario, look: Look, records: readonly RunRecord[], known: Knowledge): Scenario {
  const happened = new Set(records.flatMap((record) => (record.kind === 'event' ? [record.event] : [])));
  const passed = new Set(records.flatMap((record) => (record.kind === 'deadline' && record.is === 'passed' ? [record.deadline] : [])));
  const { mediator, calendar } = scenario;
  return {
    ...scenario,
    calendar: { ...calendar, deadlines: calendar.deadlines.filter((each) => each.announced || passed.has(each.id)) },
    levers: [], views: [],
    parties: scenario.parties.map((party) => (party.id === viewer ? party : seenParty(party, look, records, known))),
    mediator: mediator === null || mediator.party === viewer ? mediator : { party: mediator.party, walksAway: null },
    stages: scenario.stages.map((stage) => seenStage(viewer, stage)),
    events: scenario.events.filter((event) => happened.has(event.id)).map((event) => seenEvent(viewer, event)),
    outcomes: scenario.outcomes.map((outcome) => ({ ...outcome, when: null })),
  };
}

function seenStage(viewer: Id | null, stage: Stage): Stage {
  if (stage.drafter !== null && stage.drafter === viewer) return stage;
  return { ...stage, leverage: stage.leverage.filter((each) => each.party === viewer), guess: NO_AMOUNT, bias: NO_AMOUNT, fade: NO_AMOUNT, when: null, evidence: open(stage.evidence) };
}

function seenEvent(viewer: Id | null, event: Event): Event {
  const own = ({ party }: GaugeRef): boolean => party === null || party === viewer;
  return { ...event, when: null, chance: NO_RATE, moves: event.moves.filter((move) => own(move.gauge)), evidence: open(event.evidence) };
}

function seenParty(party: Party, look: Look, records: readonly RunRecord[], known: Knowledge): Party {
  const stands = look.parties.find((each) => each.party === party.id)?.stances ?? [];
  const moves = records.flatMap((record) => (record.kind === 'moved' && record.party === party.id ? [record] : []));
  return {
    ...party,
    gauges: [], worth: [], bonds: [], walkAway: null, leaves: null, looksAhead: null,
    manner: { exponent: NO_AMOUNT, sharpness: NO_AMOUNT, firmness: NO_AMOUNT, spread: NO_AMOUNT, slack: NO_AMOUNT, prefers: 'own', rationalOnly: true, evidence: { because: [] } },
    stances: party.stances.map((stance) => seenStance(stance, moves.flatMap((move) => (move.chart === 'stance' && move.of === stance.issue ? [move.from, move.to] : [])).concat(stands.flatMap((each) => (each.issue === stance.issue ? [each.state] : []))))),
    redLines: party.redLines.filter((line) => line.stated || known.heard.has(lineKey(party.id, line.id))).map(seenLine),
    posture: { ...party.posture, states: party.posture.states.map((state) => ({ ...state, transitions: [] })), evidence: open(party.posture.evidence) },
    // Whose parliament is asked, on what and when, is no secret; how it would vote is.
    ratifies: party.ratifies === null ? null : { ...party.ratifies, support: NO_EXPRESSION, steepness: NO_AMOUNT, evidence: open(party.ratifies.evidence) },
  };
}

/** The places on which it has stood so far; where else it might come to stand is its own. */
function seenStance(stance: Stance, stood: readonly Id[]): Stance {
  const states = stance.states.filter((state) => state.id === stance.start || stood.includes(state.id)).map((state) => ({ ...state, transitions: [] }));
  return { ...stance, states, evidence: open(stance.evidence) };
}

const HELD: LineChartState = { id: 'held', title: '', bites: true, transitions: [] };
const WAIVED: LineChartState = { id: 'waived', title: '', bites: false, transitions: [] };

/** A bluff looks like a line that is held. */
function seenLine(line: RedLine): RedLine {
  const bites = line.states.find((state) => state.id === line.start)?.bites ?? true;
  return { ...line, held: true, start: bites ? 'held' : 'waived', states: [HELD, WAIVED], evidence: open(line.evidence) };
}
