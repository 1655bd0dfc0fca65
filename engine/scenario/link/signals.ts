/** Which signals there are, who sends them, and what a written signal means to whoever listens. */
import { TRUCES } from '../../vocabulary.ts';
import type { Id } from '../../vocabulary.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, isMap, nameOf, problemAtKey, text, texts, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { SignalRef } from '../scenario.ts';
import { brings } from './brings.ts';
import type { Link } from './context.ts';

/** The signal named as a key under `on:`. `party`: whose chart or gauge listens; null for a gauge of the whole scenario. */
export function readSignal(link: Link, place: Place, party: Id | null): SignalRef {
  const written = nameOf(place);
  const [first = '', ...rest] = written.split('.');
  const own = party === null ? undefined : link.names.parties.get(party);
  const unknown = (): SignalRef => {
    problemAtKey(link.report, place, 'unknown-signal', `There is no signal ${JSON.stringify(written)}.`, likely(link, written, party));
    return { from: null, name: written, written };
  };
  const silent = ({ why, hint }: Silence): void => problemAtKey(link.report, place, 'silent-signal', `Nothing sends ${JSON.stringify(written)}: ${why}.`, `leave the move out, or ${hint}`);

  if (party !== null && own !== undefined) {
    if (rest.length === 0 && (own.signals.has(first) || first === 'leaves')) return { from: party, name: first, written };
    if (first === 'pressed') {
      if (rest.length !== 1 || !own.lines.has(rest[0] ?? '')) return unknown();
      return { from: party, name: written, written };
    }
    if (first === 'offered') {
      const [issue = '', option = ''] = rest;
      if (rest.length !== 2 || link.names.issues.get(issue)?.includes(option) !== true) return unknown();
      if (!negotiated(link).has(issue)) silent({ why: `no stage negotiates ${JSON.stringify(issue)}`, hint: 'add it to the issues of a stage' });
      return { from: party, name: written, written };
    }
  }
  if (rest.length === 0) {
    if (link.names.signals.has(first) || (WORLD as readonly string[]).includes(first)) {
      const why = whyWorldSilent(link, first);
      if (why !== null) silent(why);
      return { from: null, name: first, written };
    }
    return unknown();
  }
  if ((OF_A_STAGE as readonly string[]).includes(first)) {
    if (!link.names.stages.includes(rest.join('.'))) return unknown();
    const why = whyStageSilent(link, first, rest.join('.'));
    if (why !== null) silent(why);
    return { from: null, name: written, written };
  }
  const sender = link.names.parties.get(first);
  if (sender === undefined) return unknown();
  const name = rest.join('.');
  const line = (rest[0] === 'waived' || rest[0] === 'called') && rest.length === 2 ? rest[1] : undefined;
  if (!(OF_A_PARTY as readonly string[]).includes(name) && !sender.signals.has(name) && (line === undefined || !sender.lines.has(line))) return unknown();
  const why = whyPartySilent(link, first, name);
  if (why !== null) silent(why);
  return { from: first, name, written };
}

/** Why nothing sends a signal, and what would. */
interface Silence { readonly why: string; readonly hint: string }

const WORLD = ['refused', 'accepted', 'deadline-near', 'deadline-passed', 'truce-broken', 'truce-began', 'stage-opened', 'stage-failed', 'no-text'] as const;
const OF_A_PARTY = ['accepted', 'refused', 'softened', 'hardened', 'left', 'away', 'returned', 'ratified', 'rejected', 'repudiated'] as const;
const OF_A_STAGE = ['settled', 'ratified', 'rejected', 'repudiated'] as const;

/** What was probably meant. Another party's signal without its name is the commonest slip. */
function likely(link: Link, written: string, party: Id | null): string {
  // Nobody reads the hints of problems that are counted only.
  if (link.report.full) return '';
  const all = signalsFor(link, party);
  const others = all.find((name) => name.endsWith(`.${written}`));
  return others === undefined ? didYouMean(written, all) : `did you mean ${others}?`;
}

/** All that can be listened to from there, for "did you mean". */
function signalsFor(link: Link, party: Id | null): string[] {
  const { names } = link;
  const own = party === null ? undefined : names.parties.get(party);
  const others = [...names.parties].flatMap(([id, of]) => [...OF_A_PARTY, ...of.signals, ...[...of.lines.keys()].flatMap((line) => [`waived.${line}`, `called.${line}`])].map((name) => `${id}.${name}`));
  const offers = own === undefined ? [] : [...names.issues].flatMap(([issue, options]) => options.map((option) => `offered.${issue}.${option}`));
  return [...(own?.signals ?? []), ...names.signals, ...WORLD, ...(own === undefined ? [] : ['leaves']), ...[...(own?.lines.keys() ?? [])].map((line) => `pressed.${line}`), ...names.stages.flatMap((stage) => OF_A_STAGE.map((what) => `${what}.${stage}`)), ...others, ...offers];
}

export function negotiated(link: Link): ReadonlySet<Id> {
  return new Set(entries(child(link.file, 'stages')).flatMap(([, stage]) => texts(child(stage, 'issues'))));
}

function whyWorldSilent(link: Link, signal: string): Silence | null {
  if ((signal === 'deadline-near' || signal === 'deadline-passed') && entries(child(child(link.file, 'calendar'), 'deadlines')).length === 0) return { why: 'the calendar has no deadlines', hint: 'give calendar: a deadline' };
  if (signal !== 'truce-broken' && signal !== 'truce-began') return null;
  if (!TRUCES.some((truce) => brings(link, truce))) return { why: 'no option brings a truce', hint: 'give an option brings: ceasefire' };
  if (signal === 'truce-began') return null;
  const breaks = entries(child(link.file, 'events')).some(([, event]) => truth(child(event, 'breaks-truce')) === true);
  return breaks || exists(child(link.file, 'peace')) ? null : { why: 'no event breaks a truce, and peace: gives it no hazard', hint: 'give an event breaks-truce: true' };
}

function whyStageSilent(link: Link, signal: string, stage: Id): Silence | null {
  if (signal === 'repudiated') return link.names.binding.has(stage) ? null : { why: `${JSON.stringify(stage)} binds nobody who does not sign it`, hint: 'give the stage binds: [party]' };
  if (signal === 'settled') return null;
  return link.names.ratified.has(stage) ? null : { why: `nobody ratifies ${JSON.stringify(stage)}`, hint: 'give a party ratifies: { stages: [stage], … }' };
}

function whyPartySilent(link: Link, party: Id, signal: string): Silence | null {
  const body = child(child(link.file, 'parties'), party);
  if ((signal === 'accepted' || signal === 'refused') && !consents(link, party)) return { why: `${JSON.stringify(party)} signs no stage and performs no option, so it is never asked`, hint: 'let it sign a stage' };
  if ((signal === 'softened' || signal === 'hardened') && !hasMoves(body)) return { why: `no stance and no red line of ${JSON.stringify(party)} ever moves`, hint: 'give one of its states on: { signal: state }' };
  if ((signal === 'away' || signal === 'returned') && !isMap(child(child(child(body, 'posture'), 'states'), 'away'))) return { why: `the posture of ${JSON.stringify(party)} has no state away`, hint: 'add away to its posture: states' };
  if ((signal === 'ratified' || signal === 'rejected') && !exists(child(body, 'ratifies'))) return { why: `${JSON.stringify(party)} ratifies nothing`, hint: 'give it ratifies: { stages: [stage], … }' };
  if (signal === 'repudiated' && !entries(child(link.file, 'stages')).some(([, stage]) => texts(child(stage, 'binds')).includes(party))) return { why: `no stage binds ${JSON.stringify(party)} without its signature`, hint: 'add it to the binds of a stage' };
  if (signal.startsWith('called.') && truth(child(child(child(body, 'red-lines'), signal.slice('called.'.length)), 'held')) !== false) return { why: 'the line is held, and only a bluff can be called', hint: 'give the line held: false' };
  if (signal.startsWith('waived.')) {
    const states = child(child(child(body, 'red-lines'), signal.slice('waived.'.length)), 'states');
    const waives = entries(states).some(([id, state]) => !(truth(child(state, 'bites')) ?? id !== 'waived'));
    if (!waives) return { why: 'the line has no state in which it no longer bites', hint: 'give the line a state waived' };
  }
  return null;
}

function hasMoves(body: Place<NonNullable<Link['file']['shape']>['parties'][string]>): boolean {
  const stances = entries(child(body, 'stances')).flatMap(([, stance]) => entries(child(stance, 'states')).map(([, state]) => child(state, 'on')));
  const lines = entries(child(body, 'red-lines')).flatMap(([, line]) => entries(child(line, 'states')).map(([, state]) => child(state, 'on')));
  return [...stances, ...lines].some((on) => entries(on).length > 0);
}

/** Whether a party may ever have to consent: it signs a stage or performs an option. */
export function consents(link: Link, party: Id): boolean {
  const signs = entries(child(link.file, 'stages')).some(([, stage]) => texts(child(stage, 'signs')).includes(party));
  return signs || performs(link, party).size > 0;
}

/** Issues that have an option which the party must carry out. */
export function performs(link: Link, party: Id): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const [issue, body] of entries(child(link.file, 'issues'))) {
    for (const [, option] of entries(child(body, 'options'))) if (text(option) === undefined && texts(child(option, 'performed-by')).includes(party)) found.add(issue);
  }
  return found;
}
