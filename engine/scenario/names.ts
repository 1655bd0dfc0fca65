/** All names a file gives, gathered before anything is linked, and whether they may be names. */
import { LINE_STATES, POSTURES } from '../vocabulary.ts';
import type { Id } from '../vocabulary.ts';
import { child, entries, exists, isMap, many, pathText, problemAtKey, text, texts } from './place.ts';
import type { Place } from './place.ts';
import type { Report } from './report.ts';
import type { ScenarioFile } from './shape/file.ts';

/** Words of the expression language and of the file: nothing that an expression or a signal can name may be called so. */
export const RESERVED_WORDS = [
  'and', 'as', 'assumed', 'because', 'break', 'collapsed', 'const', 'continue', 'days', 'diplomacy', 'else', 'ended', 'false', 'fighting', 'figure', 'for', 'function',
  'if', 'import', 'in', 'in-force', 'let', 'line', 'loop', 'max', 'min', 'namespace', 'not', 'null', 'or', 'otherwise', 'package', 'peace-days', 'posture', 'ratified', 'refusals', 'repudiated', 'return',
  'round', 'scores', 'settled', 'stage', 'stance', 'standing', 'true', 'truce-days', 'var', 'void', 'weight', 'when', 'while', 'world',
] as const;

/** Signals that the engine itself sends: no threshold and no event may send them. */
export const ENGINE_SIGNALS = [
  'accepted', 'away', 'called', 'deadline-near', 'deadline-passed', 'hardened', 'leaves', 'left', 'no-text', 'offered', 'pressed', 'ratified', 'refused', 'rejected', 'repudiated', 'returned', 'settled',
  'softened', 'stage-failed', 'stage-opened', 'truce-began', 'truce-broken', 'waived',
] as const;

export interface PartyNames {
  readonly gauges: ReadonlySet<Id>;
  /** Signals of its gauges' thresholds. */
  readonly signals: ReadonlySet<Id>;
  /** issue → states of the stance. */
  readonly stances: ReadonlyMap<Id, readonly Id[]>;
  /** line → its states. */
  readonly lines: ReadonlyMap<Id, readonly Id[]>;
  readonly postures: readonly Id[];
}
export interface Names {
  /** issue → its options. */
  readonly issues: ReadonlyMap<Id, readonly Id[]>;
  readonly parties: ReadonlyMap<Id, PartyNames>;
  /** Shared gauges. */
  readonly gauges: ReadonlySet<Id>;
  /** Signals of shared gauges and of events. */
  readonly signals: ReadonlySet<Id>;
  readonly levers: ReadonlySet<Id>;
  readonly stages: readonly Id[];
  /** Stages that somebody ratifies, and those that bind somebody without a signature. */
  readonly ratified: ReadonlySet<Id>;
  readonly binding: ReadonlySet<Id>;
  /** Whether the peace after the last signature is followed. */
  readonly followed: boolean;
  readonly tracks: ReadonlySet<Id>;
  readonly sources: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly figures: ReadonlySet<Id>;
}

const keys = (place: Place): readonly string[] => entries(place).map(([key]) => key);

export function gatherNames(file: Place<ScenarioFile>): Names {
  const shared = child(file, 'gauges');
  const sends = entries(child(file, 'events')).flatMap(([, event]) => many(child(event, 'sends')).map(text));
  return {
    issues: new Map(entries(child(file, 'issues')).map(([id, issue]) => [id, keys(child(issue, 'options'))])),
    parties: new Map(entries(child(file, 'parties')).map(([id, party]) => [id, partyNames(party)])),
    gauges: new Set(keys(shared)),
    signals: new Set([...entries(shared).flatMap(([, gauge]) => thresholdSignals(gauge)), ...sends.filter((signal) => signal !== undefined)]),
    levers: new Set(keys(child(file, 'levers'))),
    stages: keys(child(file, 'stages')),
    ratified: new Set(entries(child(file, 'parties')).flatMap(([, party]) => texts(child(child(party, 'ratifies'), 'stages')))),
    binding: new Set(entries(child(file, 'stages')).filter(([, stage]) => exists(child(stage, 'binds'))).map(([id]) => id)),
    followed: isMap(child(child(file, 'peace'), 'agreement')),
    tracks: new Set(keys(child(file, 'tracks'))),
    sources: new Set(keys(child(file, 'sources'))),
    claims: new Set(keys(child(file, 'claims'))),
    figures: new Set(keys(child(file, 'figures'))),
  };
}

type PartyFile = ScenarioFile['parties'][string];
type GaugeFile = NonNullable<ScenarioFile['gauges']>[string];

function partyNames(party: Place<PartyFile>): PartyNames {
  const gauges = child(party, 'gauges');
  return {
    gauges: new Set(keys(gauges)),
    signals: new Set(entries(gauges).flatMap(([, gauge]) => thresholdSignals(gauge))),
    stances: new Map(entries(child(party, 'stances')).map(([issue, stance]) => [issue, keys(child(stance, 'states'))])),
    lines: new Map(entries(child(party, 'red-lines')).map(([line, body]) => [line, isMap(child(body, 'states')) ? keys(child(body, 'states')) : [LINE_STATES[0]]])),
    // Whatever the file says, a party sits at the table or has left.
    postures: POSTURES.filter((posture) => posture !== 'away' || keys(child(child(party, 'posture'), 'states')).includes(posture)),
  };
}

function thresholdSignals(gauge: Place<GaugeFile>): readonly string[] {
  return [...entries(child(gauge, 'rises')), ...entries(child(gauge, 'falls'))].map(([, signal]) => text(signal)).filter((signal) => signal !== undefined);
}

/** A longer name would not fit a screen. */
const LONGEST_NAME = 60;

/** Whether a text may be a name; reports why not. `free`: it can stand in no expression, so words of the language do no harm. */
export function checkName(report: Report, place: Place, name: string, kind: string, free = false): void {
  const path = pathText(place);
  const origin = place.key !== undefined && place.path.at(-1) === name ? place.key : place.tree?.kind === 'leaf' ? place.tree.origin : place.key ?? place.fallback;
  if (name.includes('.')) {
    report.at('dotted-name', origin, path, `The name ${JSON.stringify(name)} holds a dot, which would read as a name inside of a name.`, `did you mean ${JSON.stringify(name.replaceAll('.', '-'))}?`);
  } else if (!/^[a-z][a-z0-9-]*$/u.test(name) || name.length > LONGEST_NAME) {
    report.at('bad-name', origin, path, `${JSON.stringify(name)} cannot be the name of ${kind}.`, suggestion(name));
  } else if (!free && (RESERVED_WORDS as readonly string[]).includes(name)) {
    report.at('reserved-name', origin, path, `${JSON.stringify(name)} is a word of expressions and cannot be the name of ${kind}.`, 'choose another name');
  }
}

function suggestion(name: string): string {
  const tame = name.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^[^a-z]+/u, '').replace(/-+$/u, '').slice(0, LONGEST_NAME);
  const rule = 'names have small letters, digits and hyphens, begin with a letter, and have at most 60 characters';
  const likely = tame !== name && tame.length > 2 && /^[a-z]/iu.test(name);
  return !likely ? rule : `did you mean ${JSON.stringify(tame)}? ${rule}`;
}

/** Every name in the file, and names that would be taken for one another. */
export function checkNames(file: Place<ScenarioFile>, report: Report): void {
  const check = (place: Place, kind: string, free = false): void => {
    for (const [name, at] of entries(place)) {
      // A bare number has been reported by `leftovers.ts`.
      if (place.tree?.kind === 'map' && place.tree.entries.get(name)?.keyIsText === true) checkName(report, at, name, kind, free);
    }
  };
  const id = text(child(file, 'id'));
  if (id !== undefined) checkName(report, child(file, 'id'), id, 'a scenario', true);
  check(child(child(file, 'calendar'), 'deadlines'), 'a deadline', true);
  check(child(file, 'figures'), 'a figure', true);
  check(child(file, 'levers'), 'a lever');
  check(child(file, 'views'), 'a view', true);
  check(child(file, 'issues'), 'an issue');
  for (const [, issue] of entries(child(file, 'issues'))) check(child(issue, 'options'), 'an option', true);
  check(child(file, 'gauges'), 'a gauge');
  for (const [, gauge] of entries(child(file, 'gauges'))) checkSent(report, gauge);
  check(child(file, 'parties'), 'a party');
  check(child(file, 'tracks'), 'a track', true);
  check(child(file, 'stages'), 'a stage');
  check(child(file, 'events'), 'an event', true);
  for (const [, event] of entries(child(file, 'events'))) for (const signal of many(child(event, 'sends'))) checkSignal(report, signal);
  for (const [, party] of entries(child(file, 'parties'))) {
    check(child(party, 'gauges'), 'a gauge');
    for (const [, gauge] of entries(child(party, 'gauges'))) checkSent(report, gauge);
    check(child(party, 'bonds'), 'a bond', true);
    check(child(party, 'red-lines'), 'a red line');
    for (const [, stance] of entries(child(party, 'stances'))) check(child(stance, 'states'), 'a state', true);
    for (const [, line] of entries(child(party, 'red-lines'))) check(child(line, 'states'), 'a state', true);
  }
  checkClashes(file, report);
}

function checkSent(report: Report, gauge: Place<GaugeFile>): void {
  for (const [, signal] of [...entries(child(gauge, 'rises')), ...entries(child(gauge, 'falls'))]) checkSignal(report, signal);
}

function checkSignal(report: Report, place: Place): void {
  const signal = text(place);
  if (signal === undefined) return;
  if ((ENGINE_SIGNALS as readonly string[]).includes(signal)) {
    const hint = signal === 'truce-broken' ? 'an event that ends a truce says breaks-truce: true' : 'choose another name for the signal';
    report.at('reserved-name', place.tree?.origin ?? place.fallback, pathText(place), `The signal ${JSON.stringify(signal)} is sent by the engine itself.`, hint);
  } else {
    checkName(report, place, signal, 'a signal');
  }
}

/** Bare names in expressions and signals must mean one thing. */
function checkClashes(file: Place<ScenarioFile>, report: Report): void {
  const names = gatherNames(file);
  const clash = (place: Place, name: string, other: string): void =>
    problemAtKey(report, place, 'name-clash', `${JSON.stringify(name)} is also the name of ${other}, and an expression could not tell them apart.`, 'rename one of the two');
  for (const [name, gauge] of entries(child(file, 'gauges'))) {
    if (names.levers.has(name)) clash(gauge, name, 'a lever');
  }
  for (const [, party] of entries(child(file, 'parties'))) {
    for (const [name, gauge] of entries(child(party, 'gauges'))) {
      if (names.levers.has(name)) clash(gauge, name, 'a lever');
      else if (names.gauges.has(name)) clash(gauge, name, 'a gauge of the whole scenario');
      for (const [, signal] of [...entries(child(gauge, 'rises')), ...entries(child(gauge, 'falls'))]) {
        const sent = text(signal);
        if (sent !== undefined && names.signals.has(sent)) {
          report.at('name-clash', signal.tree?.origin ?? signal.fallback, pathText(signal), `The signal ${JSON.stringify(sent)} is also sent by the world, and the party could not tell them apart.`, 'rename one of the two');
        }
      }
    }
  }
}
